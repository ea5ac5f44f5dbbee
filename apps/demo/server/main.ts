/** Serves the built demo until it is stopped. See `--help`. */
import { createApp } from './app.ts';
import { readContract } from './contract.ts';
import { listen, urlOf } from './listen.ts';
import { help, type Options, readOptions, UsageError } from './options.ts';

try {
  const contract = await readContract();
  const options = readOptions(process.argv.slice(2), process.env, contract.instances);
  if (options === 'help') console.log(help);
  else await run(options, createApp(options, contract));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function run({ host, port }: Options, app: ReturnType<typeof createApp>): Promise<void> {
  const server = await listen(app, host, port).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(
      error.code === 'EADDRINUSE'
        ? `Port ${port} on ${host} is in use. Choose another with --port.`
        : `Cannot listen on ${host}:${port}: ${error.message}`,
    );
  });
  console.log(urlOf(server));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close();
      server.closeAllConnections();
    });
  }
}
