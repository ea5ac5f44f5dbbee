/** Serves the built demo until it is stopped. See `--help`. */

import { isLoopback } from '@session-series/client';
import { createApp } from './app.ts';
import { instancesOf, readContract } from './contract.ts';
import { listen, stopGracefully, urlOf } from './listen.ts';
import { help, type Options, readOptions } from './options.ts';
import { UsageError } from './real-api.ts';

try {
  const contract = await readContract();
  const options = readOptions(process.argv.slice(2), process.env, instancesOf(contract));
  if (options === 'help') console.log(help);
  else await run(options, contract);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function run(options: Options, contract: Awaited<ReturnType<typeof readContract>>): Promise<void> {
  const { host, port, allowedHosts, real } = options;
  let isReady = true;
  const app = createApp(options, contract, { isReady: () => isReady });
  const server = await listen(app, host, port).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(
      error.code === 'EADDRINUSE'
        ? `Port ${port} on ${host} is in use. Choose another with --port.`
        : `Cannot listen on ${host}:${port}: ${error.message}`,
    );
  });
  if (!isLoopback(host))
    console.error(
      `Warning: other machines can reach this server as ${allowedHosts.join(', ')}.` +
        (real
          ? ' Anyone who can reach it can read session counts with your key: put authentication in front of it.'
          : ''),
    );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // A second signal stops the server immediately.
      if (!isReady) server.closeAllConnections();
      isReady = false;
      stopGracefully(server);
    });
  }
  // Once this is printed, the server can be stopped at any time.
  console.log(urlOf(server));
}
