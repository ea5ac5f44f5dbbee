/**
 * Loaded into each server under test: reports on demand what the process has used so far. Plain JavaScript,
 * since Node.js would need 16 MB more to read TypeScript, and they would count as the server's.
 */
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ rss: process.memoryUsage.rss(), cpu: user + system });
});
process.channel?.unref();
