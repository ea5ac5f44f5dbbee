import { parseArgs } from 'node:util';

/** The options of `start`. */
export interface StartOptions {
  /** The address to listen on; loopback unless you choose another address. */
  host: string;
  /** 0 stands for any free port. */
  ports: { mock: number; docs: number; demo: number };
  /** Whether to open the docs in the browser. */
  open: boolean;
  /** Set if the demo uses the real API instead of the mock. */
  realApi: { SESSION_SERIES_API_KEY: string; SESSION_SERIES_INSTANCE: string } | undefined;
}

/** The command line or the environment is invalid. */
export class UsageError extends Error {
  override name = 'UsageError';
}

export const help = `Usage: pnpm start [options]

Builds everything, then runs the mock, the docs and the demo until Ctrl-C.

  --mock-port <port>   port of the mock (default: 4010)
  --docs-port <port>   port of the docs (default: 4011)
  --demo-port <port>   port of the demo (default: 4012)
  --host <address>     address to listen on (default: 127.0.0.1)
  --no-open            do not open the docs in the browser
  --help               show this

Port 0 stands for any free port; the addresses are printed.

Environment
  SESSION_SERIES_API_KEY    a REST API key: the demo talks to the real API instead of the mock
  SESSION_SERIES_INSTANCE   the key's instance, for example EU-01

Exit codes: 0 stopped by you, 1 the build or a server failed, 2 wrong usage or a busy port.`;

/**
 * Reads the command line and the environment.
 *
 * @throws {UsageError} for an unknown option, an invalid port, or a key without an instance.
 */
export function startOptions(args: string[], env: NodeJS.ProcessEnv): StartOptions | 'help' {
  const values = parse(args);
  if (values.help) return 'help';
  return {
    host: values.host,
    ports: {
      mock: port(values['mock-port'], '--mock-port'),
      docs: port(values['docs-port'], '--docs-port'),
      demo: port(values['demo-port'], '--demo-port'),
    },
    // Without a terminal (in a test or a container), there is no browser to open.
    open: values.open && Boolean(process.stdout.isTTY),
    realApi: realApi(env),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowNegative: true,
      options: {
        'mock-port': { type: 'string', default: '4010' },
        'docs-port': { type: 'string', default: '4011' },
        'demo-port': { type: 'string', default: '4012' },
        host: { type: 'string', default: '127.0.0.1' },
        open: { type: 'boolean', default: true },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\nSee: pnpm start --help`);
  }
}

function port(text: string, option: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= 65_535) return number;
  throw new UsageError(
    `${option} ${text}: expected a port, a whole number from 1 to 65535, or 0 for any free port.`,
  );
}

function realApi(env: NodeJS.ProcessEnv): StartOptions['realApi'] {
  const { SESSION_SERIES_API_KEY, SESSION_SERIES_INSTANCE } = env;
  if (!SESSION_SERIES_API_KEY) return undefined;
  if (SESSION_SERIES_INSTANCE) return { SESSION_SERIES_API_KEY, SESSION_SERIES_INSTANCE };
  throw new UsageError(
    'SESSION_SERIES_API_KEY is set, but not SESSION_SERIES_INSTANCE. ' +
      'A key works on its own instance only: set the instance too (for example EU-01), or unset the key.',
  );
}
