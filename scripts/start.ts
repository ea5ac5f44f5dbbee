/**
 * Builds everything, then runs the mock, the docs and the demo until Ctrl-C.
 *
 * Exit codes: 0 stopped by the user, 1 the build or a server failed, 2 wrong usage, a busy port, or not started by pnpm.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { needPnpm } from './run/executables.ts';
import { help, type StartOptions, startOptions, UsageError } from './start/options.ts';
import { BusyPort, choosePorts } from './start/ports.ts';
import { type Service, ServiceDied, startService } from './start/service.ts';

const say = (line: string) => console.log(line);

try {
  const options = startOptions(process.argv.slice(2), process.env);
  if (options === 'help') say(help);
  else await start(options);
} catch (error) {
  if (error instanceof UsageError || error instanceof BusyPort) {
    console.error(error.message);
    process.exitCode = 2;
  } else if (error instanceof ServiceDied) {
    console.error(error.message);
    process.exitCode = 1;
  } else throw error;
}

async function start(options: StartOptions): Promise<void> {
  needPnpm('start');
  const { host } = options;
  const ports = await choosePorts(host, options.ports);

  const stopped = untilStopped();
  say('Building the contract, the client, the mock, the docs and the demo. The first time takes a minute.');
  if (!(await build(stopped.signal))) return;

  // Not before: without pnpm, its dependency may not be installed.
  const { serveDocs } = await import('./start/docs-server.ts');
  const url = (port: number) => `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const mockUrl = url(ports.mock);
  const demoUrl = url(ports.demo);
  const services: Service[] = [];
  try {
    say('Starting the servers.');
    services.push(
      await startService({
        name: 'mock',
        args: ['packages/mock/dist/cli.js', '--host', host, '--port', String(ports.mock)],
        url: mockUrl,
        signal: stopped.signal,
      }),
      await startService({
        name: 'demo',
        args: [
          'apps/demo/server/main.ts',
          '--host',
          host,
          '--allow-host',
          host,
          '--port',
          String(ports.demo),
          '--mock-url',
          mockUrl,
          '--docs-url',
          url(ports.docs),
        ],
        url: demoUrl,
        // The only process that may see the key.
        env: options.realApi,
        signal: stopped.signal,
      }),
      await serveDocs('apps/docs/dist', host, ports.docs),
    );
    say(banner({ mock: mockUrl, docs: url(ports.docs), demo: demoUrl }, options));
    if (options.open) await (await import('open')).default(`${url(ports.docs)}/`);
    await Promise.race([stopped.happened, ...services.map((service) => service.died)]);
    say('\nStopping.');
  } catch (error) {
    if (!stopped.signal.aborted) throw error;
  } finally {
    await Promise.all(services.map((service) => service.stop()));
  }
}

/** Resolves on the first Ctrl-C or SIGTERM, which also aborts a build or a start in progress. */
function untilStopped(): { happened: Promise<void>; signal: AbortSignal } {
  const controller = new AbortController();
  const happened = new Promise<void>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) {
      process.once(name, () => {
        controller.abort();
        resolve();
      });
    }
  });
  return { happened, signal: controller.signal };
}

async function build(signal: AbortSignal): Promise<boolean> {
  const turbo = spawn('turbo', ['run', 'build', '--output-logs=new-only'], { stdio: 'inherit' });
  signal.addEventListener('abort', () => turbo.kill('SIGINT'));
  const [code] = await once(turbo, 'exit');
  if (signal.aborted) return false;
  if (code !== 0) throw new ServiceDied('The build failed, see above. Nothing was started.');
  return true;
}

function banner(at: { mock: string; docs: string; demo: string }, options: StartOptions): string {
  const backEnd = options.realApi
    ? `The demo talks to the real API (${options.realApi.SESSION_SERIES_INSTANCE}); the key stays in its server.`
    : 'The demo talks to the mock.';
  return `
  Docs, English   ${at.docs}/en/
  Docs, français  ${at.docs}/fr/
  Demo            ${at.demo}/
  Mock            ${at.mock}

  ${backEnd}
  Ctrl-C stops everything.
`;
}
