import type { RunningMock } from 'openapi-mock-engine';
import { type Command, FileError } from 'openapi-mock-engine/command';
import { document } from '../generated/document.ts';
import { version } from '../generated/version.ts';
import { toEngineOptions } from '../options.ts';
import { rateLimitOf } from '../rate-limit.ts';
import { createModel } from '../series/model.ts';
import type { SessionSource } from '../series/source.ts';
import { DataError, readData } from './data.ts';

const { rateLimit, rateLimitWindow } = rateLimitOf(document);

/** The command line of the mock of session analytics. */
export const command: Command = {
  program: 'session-series-mock',
  version,
  summary: 'Starts a mock of session analytics with responses that follow the request. Stop it with Ctrl-C.',
  usage: '[options]',
  ownOptions: { data: { type: 'string' } },
  ownHelp: [
    {
      heading: 'What it answers',
      options: [
        {
          usage: '--data <file>',
          does: 'a recorded export: CSV, or JSON lines if the name ends in .jsonl or .ndjson',
        },
      ],
    },
  ],
  allowPositionals: false,
  rateLimit: { requests: String(rateLimit), window: String(rateLimitWindow) },
  async load(values, _positionals, note) {
    const { data, seed } = values;
    const source = typeof data === 'string' ? readSource(data, note) : createModel(Number(seed));
    const others = `Any other identifier has ${typeof data === 'string' ? 'no sessions' : 'its own series'}.`;
    return {
      document,
      options: toEngineOptions({ source }),
      banner: (mock) => banner(mock, source, others),
    };
  },
};

function readSource(file: string, note: (line: string) => void): SessionSource {
  try {
    return readData(file, note);
  } catch (error) {
    if (error instanceof DataError) throw new FileError(error.message);
    throw error;
  }
}

function banner({ url, mock }: RunningMock, { apps, segments }: SessionSource, others: string): string {
  const width = 2 + Math.max(...[...apps, ...segments].map(({ id }) => id.length));
  const list = (known: SessionSource['apps']): string =>
    known.map(({ id, name }) => `  ${id.padEnd(width)}${name === id ? '' : name}`.trimEnd()).join('\n') ||
    '  none';
  return [
    `The mock listens on ${url}`,
    '',
    `Apps\n${list(apps)}`,
    `Segments\n${list(segments)}`,
    '',
    others,
    '',
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
  return `${operation.path}?${required.map(({ name, examples }) => `${name}=${examples[0]?.value ?? ''}`).join('&')}`;
}
