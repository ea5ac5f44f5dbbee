import type { RunningMock } from 'openapi-mock-engine';
import type { Command } from 'openapi-mock-engine/command';
import { document } from '../generated/document.ts';
import { version } from '../generated/version.ts';
import { toEngineOptions } from '../options.ts';
import { rateLimitOf } from '../rate-limit.ts';
import { loadSource, ownHelp, ownOptions } from '../series/command.ts';

const { rateLimit = 'no limit', rateLimitWindow = 3600 } = rateLimitOf(document);

/** The command line of the mock of session analytics. */
export const command: Command = {
  program: 'session-series-mock',
  version,
  summary: 'Starts a mock of session analytics with responses that follow the request. Stop it with Ctrl-C.',
  usage: '[options]',
  ownOptions,
  ownHelp,
  allowPositionals: false,
  rateLimit: { requests: String(rateLimit), window: String(rateLimitWindow) },
  async load(values, _positionals, note) {
    const { source, lines } = loadSource(values, note);
    return {
      document,
      options: toEngineOptions({ source }),
      banner: (mock) => banner(mock, lines),
    };
  },
};

function banner({ url, mock }: RunningMock, lines: readonly string[]): string {
  return [
    `The mock listens on ${url}`,
    '',
    ...lines,
    `Try       curl -H 'Authorization: Bearer any-key' '${url}${sample(mock.contract.operations)}'`,
    `Control   ${url}/_mock`,
    'Stop      Ctrl-C',
    '',
  ].join('\n');
}

/** A request that the contract's examples make up: the first operation with what it requires. */
function sample([operation]: RunningMock['mock']['contract']['operations']): string {
  if (operation === undefined) return '/';
  const required = operation.parameters.filter((parameter) => parameter.required);
  const query = required.map(({ name, examples }) => `${name}=${examples[0]?.value ?? ''}`).join('&');
  return `${operation.path}${query && '?'}${query}`;
}
