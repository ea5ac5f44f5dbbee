import { resolve } from 'node:path';
import { version } from '../generated/version.ts';
import { serializeParameters } from '../model/index.ts';
import { isObject, type JsonObject } from '../model/json.ts';
import type { MockOptions } from '../options.ts';
import type { RunningMock } from '../server/start.ts';
import type { BundledContract } from './bundle-files.ts';
import { contractsIn, isFolder, loadContract, loadHandlers } from './load-contract.ts';
import { mergeDocuments } from './merge-documents.ts';
import { UsageError, type Values } from './options.ts';
import { type Command, FileError, type Served } from './served.ts';

/** The command line of the engine: a mock of any contract. */
export const engineCommand: Command = {
  program: 'openapi-mock-engine',
  version,
  summary:
    'Starts a mock of an OpenAPI contract: a file in YAML or JSON, a URL on this machine, or a folder of contracts. `types <contract>` prints the types of its operations.',
  usage: '<contract> [options]',
  ownOptions: {
    handlers: { type: 'string' },
    state: { type: 'boolean', default: false },
    watch: { type: 'boolean', short: 'w', default: false },
  },
  ownHelp: [
    {
      heading: 'What it answers',
      options: [
        {
          usage: '--handlers <file>',
          does: 'a module whose exports answer operations, named by operationId',
        },
        { usage: '--state', does: 'remembers what is created: POST /pets, then GET /pets/{id} finds it' },
        { usage: '-w, --watch', does: 'loads the contract and the handlers again when they change' },
      ],
    },
  ],
  allowPositionals: true,
  rateLimit: { requests: 'no limit', window: '3600' },
  load,
};

async function load(values: Values, positionals: readonly string[]): Promise<Served> {
  const [source, ...more] = positionals;
  if (source === undefined || more.length > 0)
    throw new UsageError(
      `Expected one contract, such as openapi.yaml${more.length > 0 ? `, and not also ${more.join(', ')}` : ''}.`,
    );
  const { document, files } = await loadSource(source);
  const handlersFile = typeof values.handlers === 'string' ? values.handlers : undefined;
  const options: Partial<MockOptions> = {
    state: values.state === true,
    ...(handlersFile === undefined ? {} : { handlers: await loadHandlers(handlersFile) }),
  };
  const watched =
    values.watch === true
      ? [...files, ...(handlersFile === undefined ? [] : [handlersFile])].map((file) => resolve(file))
      : [];
  const [file] = files.length === 1 ? files : [];
  return {
    document,
    source,
    ...(file === undefined ? {} : { file }),
    options,
    banner,
    watched,
    reload: () => load(values, positionals),
  };
}

async function loadSource(source: string): Promise<BundledContract> {
  if (!isFolder(source)) return loadContract(source);
  const contracts = await contractsIn(source);
  if (contracts.length === 0)
    throw new FileError(`${source}: has no OpenAPI document. Expected files in YAML or JSON.`);
  const documents = contracts.map(({ document }) => document).filter(isObject);
  return { document: mergeDocuments(documents), files: contracts.flatMap(({ files }) => files) };
}

function banner({ url, mock }: RunningMock): string {
  const { title, operations, webhooks } = mock.contract;
  const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;
  const [operation] = operations;
  return [
    `${title}: a mock of ${count(operations.length, 'operation')}${webhooks.length === 0 ? '' : ` and ${count(webhooks.length, 'webhook')}`} listens on ${url}`,
    ...(operation === undefined
      ? []
      : [
          `Try       curl${operation.method === 'GET' ? '' : ` -X ${operation.method}`} '${url}${samplePath(operation)}'`,
        ]),
    `Control   ${url}/_mock`,
    'Stop      Ctrl-C',
    '',
  ].join('\n');
}

/** A path with examples of the required parameters. */
function samplePath(operation: RunningMock['mock']['contract']['operations'][number]): string {
  const values = (place: string): JsonObject =>
    Object.fromEntries(
      operation.parameters
        .filter((parameter) => parameter.in === place && parameter.required)
        .map(({ name, examples }) => [name, examples[0]?.value ?? 1]),
    );
  const { path, query } = serializeParameters(operation, { path: values('path'), query: values('query') });
  return `${path}${query === '' ? '' : `?${query}`}`;
}
