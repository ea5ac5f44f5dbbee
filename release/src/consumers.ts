import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { run } from './scratch.ts';

type Environment = Readonly<Record<string, string>>;

/** One use of the published packages. */
export interface Use {
  readonly title: string;
  /** The packages to install into the empty folder. */
  readonly packages: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  /** True when the outcome does not depend on the Node.js that runs it. */
  readonly anyNode?: boolean;
  /** Throws if the packages do not work as documented, on the Node.js that comes first in the PATH of `env`. */
  check(folder: string, env: Environment): void;
}

/** Fills an empty folder with the files of a use, and installs its packages from the registry in `env`. */
export function install(folder: string, use: Use, env: Environment): void {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  for (const [name, text] of Object.entries(use.files)) writeFileSync(join(folder, name), text);
  if (use.packages.length === 0) return;
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts'];
  run('npm', ['install', ...quiet, ...use.packages], { cwd: folder, env, seconds: 240 });
}

function expectOutput(actual: string, pattern: RegExp): void {
  if (!pattern.test(actual))
    throw new Error(`Expected output like ${pattern}; it was:\n${actual.slice(0, 2000)}`);
}

const node = (file: string, folder: string, env: Environment) => run('node', [file], { cwd: folder, env });

const CONTRACT_USE = `
const { length, unit } = contract.components.parameters;
console.log(contract.openapi, length.schema.maximum > 0, unit.schema.enum.includes('day'));
`;

const TYPED = `
import { createClient } from '@session-series/client';
import { collectRange } from '@session-series/client/range';
import contract from '@session-series/contract/openapi.en.json' with { type: 'json' };

const client = createClient({ baseUrl: 'http://127.0.0.1:4010', apiKey: 'any-key' });
export const series = client.getSessionsDataSeries({ length: 14, unit: 'day' });
export const all = collectRange;
export const units: readonly string[] = contract.components.parameters.unit.schema.enum;
// @ts-expect-error: the contract knows no such unit, so the types must not either.
client.getSessionsDataSeries({ length: 14, unit: 'fortnight' });
`;

const ASK_THE_MOCK = `
import { spawn } from 'node:child_process';
const started = spawn('npx', ['--yes', '@session-series/mock', '--port', '0'], {
  detached: true,
  stdio: ['ignore', 'pipe', 'inherit'],
});
let said = '';
for await (const text of started.stdout.setEncoding('utf8')) {
  said += text;
  const [url] = /http:\\/\\/[\\w.:]+/.exec(said) ?? [];
  if (url === undefined) continue;
  const headers = { authorization: 'Bearer any-key' };
  const answer = await fetch(url + '/sessions/data_series?length=1', { headers });
  console.log(answer.status, (await answer.json()).message);
  process.kill(-started.pid);
  break;
}
`;

const PETS = `openapi: 3.1.1
info: { title: Pets, version: '1' }
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      parameters: [{ name: limit, in: query, schema: { type: integer, maximum: 100 } }]
      responses: { '200': { description: Pets. } }
`;

/** All uses that the dry run tests. */
export const uses: readonly Use[] = [
  {
    title: 'the client fetches a series from the published mock',
    packages: ['@session-series/client', '@session-series/mock'],
    files: {
      'series.js': `
import { createClient } from '@session-series/client';
import { startMock } from '@session-series/mock';
const mock = await startMock({ port: 0 });
const client = createClient({ baseUrl: mock.url, apiKey: 'any-key' });
const { data } = await client.getSessionsDataSeries({ length: 14, unit: 'day' });
console.log(data.length, typeof data.at(-1).sessions);
await mock.close();
`,
      'series.cjs': `
const { createClient } = require('@session-series/client');
const { startMock } = require('@session-series/mock');
startMock({ port: 0 }).then(async (mock) => {
  const client = createClient({ baseUrl: mock.url, apiKey: 'any-key' });
  const { data } = await client.getSessionsDataSeries({ length: 14, unit: 'day' });
  console.log(data.length, typeof data.at(-1).sessions);
  await mock.close();
});
`,
    },
    check(folder, env) {
      for (const file of ['series.js', 'series.cjs']) expectOutput(node(file, folder, env), /^14 number$/m);
    },
  },
  {
    title: 'the contract is imported and required',
    packages: ['@session-series/contract'],
    files: {
      'import.js': `import contract from '@session-series/contract/openapi.en.json' with { type: 'json' };${CONTRACT_USE}`,
      'require.cjs': `const contract = require('@session-series/contract/openapi.fr.json');${CONTRACT_USE}`,
    },
    check(folder, env) {
      for (const file of ['import.js', 'require.cjs'])
        expectOutput(node(file, folder, env), /^3\.\d\.\d true true$/m);
    },
  },
  {
    title: 'types hold under node16 and bundler',
    anyNode: true,
    packages: ['@session-series/client', '@session-series/contract', 'typescript@5.9.3'],
    files: { 'typed.ts': TYPED },
    check(folder, env) {
      const strict = [
        '--noEmit',
        '--strict',
        '--skipLibCheck',
        'false',
        '--target',
        'es2022',
        '--lib',
        'es2023,dom,dom.iterable,esnext',
      ];
      for (const kind of [
        ['--module', 'node20', '--moduleResolution', 'node16'],
        ['--module', 'esnext', '--moduleResolution', 'bundler', '--resolveJsonModule'],
      ]) {
        run('node', ['node_modules/typescript/bin/tsc', ...strict, ...kind, 'typed.ts'], {
          cwd: folder,
          env,
        });
      }
    },
  },
  {
    title: 'npx runs openapi-l10n in a folder without it',
    packages: [],
    files: {
      'api.yaml':
        'openapi: 3.1.0\ninfo: { title: Weather, version: "1", description: The weather of today. }\npaths: {}\n',
    },
    check(folder, env) {
      const words = ['extract', 'api.yaml', '--overlay', 'fr.overlay.yaml', '--language', 'fr'];
      run('npx', ['--yes', 'openapi-l10n', ...words], { cwd: folder, env });
      const status = run('npx', ['--yes', 'openapi-l10n', 'status', 'api.yaml', 'fr.overlay.yaml'], {
        cwd: folder,
        env,
      });
      expectOutput(status, /\d/);
    },
  },
  {
    title: 'npx runs the mock in a folder without it, and it answers',
    packages: [],
    files: { 'ask.js': ASK_THE_MOCK },
    check: (folder, env) =>
      expectOutput(run('node', ['ask.js'], { cwd: folder, env, seconds: 240 }), /^200 success$/m),
  },
  {
    title: 'npx exports a series from the mock in a folder without either, and the SQLite file is whole',
    packages: [],
    files: {},
    check(folder, env) {
      const command = [
        '--yes',
        '--package',
        '@session-series/cli',
        'session-series',
        'export',
        '--mock',
        '--last',
        '90d',
      ];
      for (const file of ['sessions.csv', 'sessions.sqlite'])
        run('npx', [...command, file], { cwd: folder, env });
      const lines = readFileSync(join(folder, 'sessions.csv'), 'utf8').trim().split('\n');
      expectOutput(`${lines[0]} ${lines.length}`, /^time,local_date,.*,sessions 91$/);
      expectOutput(readFileSync(join(folder, 'sessions.sqlite'), 'latin1').slice(0, 15), /^SQLite format 3$/);
    },
  },
  {
    title: 'npx runs openapi-gate in a folder without it',
    packages: [],
    files: { 'old.yaml': PETS, 'new.yaml': PETS.replace('maximum: 100', 'maximum: 120') },
    check: (folder, env) =>
      expectOutput(
        run('npx', ['--yes', 'openapi-gate', 'rate', 'old.yaml', 'new.yaml'], {
          cwd: folder,
          env,
          seconds: 240,
        }),
        /1 change: a minor release\./,
      ),
  },
  {
    title: 'npx runs redoc-l10n in a folder without it',
    packages: [],
    files: { 'openapi.yaml': PETS },
    check(folder, env) {
      run('npx', ['--yes', 'redoc-l10n', 'build', 'openapi.yaml', '--out', 'site'], {
        cwd: folder,
        env,
        seconds: 240,
      });
      expectOutput(readFileSync(join(folder, 'site/en/index.html'), 'utf8'), /List pets/);
    },
  },
  {
    title: 'openapi-mock-engine mocks any contract',
    packages: ['openapi-mock-engine'],
    files: {
      'mock.js': `
import { createMockServer } from 'openapi-mock-engine';
const document = ${JSON.stringify(parse(PETS))};
const mock = await createMockServer(document, { port: 0 });
console.log((await fetch(mock.url + '/pets?limit=2')).status, (await fetch(mock.url + '/pets?limit=200')).status);
await mock.close();
`,
    },
    check: (folder, env) => expectOutput(node('mock.js', folder, env), /^200 400$/m),
  },
];
