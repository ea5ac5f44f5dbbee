import { parseArgs } from 'node:util';

/** How the demo's server was asked to run. */
export interface Options {
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** Where the mock server answers; without it and without a key the page answers itself. */
  mockUrl: string | undefined;
  /** Set when the real API is to be called. The key stays in this process. */
  real: { instance: string; url: string; key: string } | undefined;
}

/** The command line or the environment is wrong; the message says what to do. */
export class UsageError extends Error {
  override name = 'UsageError';
}

export const help = `Serves the demo.

  --port <number>     port to listen on (4012)
  --host <address>    address to listen on (127.0.0.1)
  --mock-url <url>    the mock server that the page is to call
  --help              this text

With SESSION_SERIES_API_KEY and SESSION_SERIES_INSTANCE in the environment (an instance such as EU-01, or a
base URL), the page gets its series from the real API. The key stays in this server.

Exit codes: 0 stopped, 2 wrong usage or a busy port.`;

/** Reads the command line and the two variables of the real API. */
export function readOptions(
  args: string[],
  env: Record<string, string | undefined>,
  instances: readonly { name: string; url: string }[],
): Options | 'help' {
  const values = parse(args);
  if (values.help) return 'help';
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new UsageError(`--port: ${values.port} is no port. Give a number from 0 to 65535.`);
  }
  const mockUrl = values['mock-url'];
  return {
    host: values.host,
    port,
    mockUrl: mockUrl === undefined ? undefined : originOf(mockUrl, '--mock-url'),
    real: realApi(env, instances),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string', default: '4012' },
        host: { type: 'string', default: '127.0.0.1' },
        'mock-url': { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n\n${help}`);
  }
}

function realApi(
  env: Record<string, string | undefined>,
  instances: readonly { name: string; url: string }[],
) {
  const key = env['SESSION_SERIES_API_KEY'];
  const chosen = env['SESSION_SERIES_INSTANCE'];
  if (!key) return undefined;
  if (/[^\x21-\x7e]/.test(key)) {
    throw new UsageError('SESSION_SERIES_API_KEY holds a character that no header may carry. Copy it anew.');
  }
  if (!chosen) {
    throw new UsageError(
      `SESSION_SERIES_API_KEY is set, SESSION_SERIES_INSTANCE is not. Set it to your instance: ${list(instances)}.`,
    );
  }
  const known = instances.find(({ name }) => name === chosen.toUpperCase());
  if (known) return { instance: known.name, url: known.url, key };
  if (!URL.canParse(chosen)) {
    throw new UsageError(
      `SESSION_SERIES_INSTANCE: ${chosen} is neither an instance nor a URL. Known instances: ${list(instances)}.`,
    );
  }
  const url = originOf(chosen, 'SESSION_SERIES_INSTANCE');
  const { protocol, hostname, host } = new URL(url);
  if (protocol !== 'https:' && !isLoopback(hostname)) {
    throw new UsageError(`SESSION_SERIES_INSTANCE: ${url} would send the key in the clear. Use https.`);
  }
  return { instance: host, url, key };
}

/** The scheme, host and port of a URL, without a trailing slash. */
function originOf(text: string, source: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(`${source}: ${text} is no http(s) URL. Example: http://127.0.0.1:4010`);
  }
  return url.origin;
}

/** True for the names of the machine itself. */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname === '[::1]' ||
    hostname === '::1' ||
    /^127(\.\d{1,3}){3}$/.test(hostname)
  );
}

function list(instances: readonly { name: string }[]): string {
  return instances.map(({ name }) => name).join(', ');
}
