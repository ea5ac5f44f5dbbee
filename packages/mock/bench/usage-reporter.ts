/** Loaded into each server under test: tells on demand what the process has used so far. */
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ rss: process.memoryUsage.rss(), cpu: user + system });
});
process.channel?.unref();
