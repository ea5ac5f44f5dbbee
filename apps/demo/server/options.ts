import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isLoopback } from '@session-series/client';
import { type Catalogue, readCatalogue } from '../src/api/catalogue.ts';
import { type RealApi, realApi, UsageError } from './real-api.ts';

/** The options of the demo's server. */
export interface Options {
  /** Address to listen on. */
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** Allowed host names of requests, in addition to those of this machine. */
  allowedHosts: string[];
  /** The URL of the mock server. Without it and without a key, the page uses the mock inside it. */
  mockUrl: string | undefined;
  /** The URL of the docs, for links. */
  docsUrl: string | undefined;
  /** Names of apps and segments, for the real API. */
  catalogue: Catalogue | undefined;
  /** Set to use the real API. The key stays in this process. */
  real: RealApi | undefined;
  /** Log one line of JSON per request to standard error. */
  log: boolean;
}

export const help = `Serves the demo.

  --port <number>       port to listen on (4012)
  --host <address>      address to listen on (127.0.0.1). Any other than this machine's own needs --allow-host
  --allow-host <name>   host name that browsers reach the server by; repeatable
  --mock-url <url>      mock server that the page calls
  --docs-url <url>      docs that the page links to
  --catalogue <file>    names of apps and segments for the real API, as JSON:
                        {"apps":[{"id":"…","name":"…"}],"segments":[]}
  --log                 write one line of JSON to the error output for each request
  --help                this text

With SESSION_SERIES_API_KEY and SESSION_SERIES_INSTANCE in the environment (an instance such as EU-01, or a
base URL), the page gets its data from the real API. The key stays in this server.

GET /healthz answers while the process runs, GET /readyz while it accepts requests.

Exit codes: 0 stopped, 2 wrong usage or a busy port.`;

/**
 * Reads the command line and the two variables of the real API.
 *
 * @throws UsageError with the option or variable, the problem and the expectation. It never contains the value of a
 * variable.
 */
export function readOptions(
  args: string[],
  env: Record<string, string | undefined>,
  instances: readonly { name: string; url: string }[],
): Options | 'help' {
  const values = parse(args);
  if (values.help) return 'help';
  const port = Number(values.port);
  if (values.port.trim() === '' || !Number.isInteger(port) || port < 0 || port > 65535) {
    throw new UsageError(`--port is "${values.port}". Expected a number from 0 to 65535.`);
  }
  const { host, 'allow-host': allowedHosts, 'mock-url': mockUrl, 'docs-url': docsUrl, catalogue } = values;
  if (host.trim() === '') {
    throw new UsageError(
      '--host is empty, which would listen on every address. Expected an address such as 127.0.0.1.',
    );
  }
  if (!isLoopback(host) && allowedHosts.length === 0) {
    throw new UsageError(
      `--host ${host} can be reached from other machines. Add --allow-host with the name that browsers use, such as --allow-host demo.example.com.`,
    );
  }
  for (const name of allowedHosts) {
    if (!/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(name) && !/^\[?[0-9a-f:]+\]?$/i.test(name))
      throw new UsageError(
        `--allow-host is "${name}". Expected a host name without scheme or port, such as demo.example.com.`,
      );
  }
  return {
    host,
    port,
    allowedHosts: allowedHosts.map((name) => name.toLowerCase()),
    mockUrl: mockUrl === undefined ? undefined : originOf(mockUrl, '--mock-url'),
    docsUrl: docsUrl === undefined ? undefined : httpUrl(docsUrl, '--docs-url').href,
    catalogue: catalogue === undefined ? undefined : catalogueOf(catalogue),
    real: realApi(env, instances),
    log: values.log,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string', default: '4012' },
        host: { type: 'string', default: '127.0.0.1' },
        'allow-host': { type: 'string', multiple: true, default: [] },
        'mock-url': { type: 'string' },
        'docs-url': { type: 'string' },
        catalogue: { type: 'string' },
        log: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n\n${help}`);
  }
}

function originOf(text: string, option: string): string {
  return httpUrl(text, option).origin;
}

function httpUrl(text: string, option: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol)) return url;
  throw new UsageError(
    `${option} is "${text}". Expected an http or https URL such as http://127.0.0.1:4010.`,
  );
}

function catalogueOf(file: string): Catalogue {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(
      `--catalogue: ${file} could not be read: ${error instanceof Error ? error.message : error}`,
    );
  }
  const catalogue = readCatalogue(content);
  if (catalogue) return catalogue;
  throw new UsageError(
    `--catalogue: ${file} is not a catalogue. Expected {"apps":[{"id":"…","name":"…"}],"segments":[]}.`,
  );
}
