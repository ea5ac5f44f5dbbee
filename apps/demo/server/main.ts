/** Serves the built demo until it is stopped. See `--help`. */
import { serve } from '@hono/node-server';
import { createApp } from './app.ts';
import { readContract } from './contract.ts';
import { help, readOptions, UsageError } from './options.ts';

try {
  const contract = await readContract();
  const options = readOptions(process.argv.slice(2), process.env, contract.instances);
  if (options === 'help') console.log(help);
  else listen(createApp(options, contract), options.host, options.port);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

function listen(app: ReturnType<typeof createApp>, hostname: string, port: number): void {
  const server = serve({ fetch: app.fetch, hostname, port }, (address) => {
    const name = hostname.includes(':') ? `[${hostname}]` : hostname;
    console.log(`http://${name}:${address.port}/`);
  });
  server.on('error', (error: NodeJS.ErrnoException) => {
    console.error(
      error.code === 'EADDRINUSE'
        ? `Port ${port} on ${hostname} is in use. Choose another with --port.`
        : `Cannot listen on ${hostname}:${port}: ${error.message}`,
    );
    process.exitCode = 2;
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
    });
  }
}
