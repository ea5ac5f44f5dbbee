import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runAsync } from '../scratch.ts';
import { root } from '../workspace.ts';
import { MOCK_ANYTHING } from './engines.ts';
import { expectOutput, node, type Use } from './use.ts';

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
let printed = '';
for await (const text of started.stdout.setEncoding('utf8')) {
  printed += text;
  const [url] = /http:\\/\\/[\\w.:]+/.exec(printed) ?? [];
  if (url === undefined) continue;
  const headers = { authorization: 'Bearer any-key' };
  const answer = await fetch(url + '/sessions/data_series?length=1', { headers });
  console.log(answer.status, (await answer.json()).message);
  process.kill(-started.pid);
  break;
}
`;

/** The uses of the packages for this contract. */
export const products: readonly Use[] = [
  {
    title:
      'the client fetches a series from the published mock, npx runs it, and its engine mocks any contract',
    // With pnpm, a package that imports what it does not declare fails.
    manager: 'pnpm',
    packages: ['@session-series/client', '@session-series/mock', 'openapi-mock-engine'],
    files: {
      'mock.js': MOCK_ANYTHING,
      'ask.js': ASK_THE_MOCK,
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
    async check(folder, env) {
      for (const file of ['series.js', 'series.cjs'])
        expectOutput(await node(file, folder, env), /^14 number$/m);
      expectOutput(await node('mock.js', folder, env), /^200 400$/m);
      expectOutput(await node('ask.js', folder, env), /^200 success$/m);
    },
  },
  {
    title: 'the contract is imported and required, and its types and those of the client hold',
    packages: ['@session-series/client', '@session-series/contract', 'typescript@5.9.3'],
    files: {
      'typed.ts': TYPED,
      'import.js': `import contract from '@session-series/contract/openapi.en.json' with { type: 'json' };${CONTRACT_USE}`,
      'require.cjs': `const contract = require('@session-series/contract/openapi.fr.json');${CONTRACT_USE}`,
    },
    async check(folder, env) {
      for (const file of ['import.js', 'require.cjs'])
        expectOutput(await node(file, folder, env), /^3\.\d\.\d true true$/m);
    },
    async checkOnce(folder, env) {
      const strict = [
        '--noEmit',
        '--strict',
        // Checks the declarations of packages, not those of TypeScript.
        '--skipLibCheck',
        'false',
        '--skipDefaultLibCheck',
        '--target',
        'es2022',
        '--lib',
        'es2023,dom,dom.iterable,esnext',
      ];
      for (const kind of [
        ['--module', 'node20', '--moduleResolution', 'node16'],
        ['--module', 'esnext', '--moduleResolution', 'bundler', '--resolveJsonModule'],
      ])
        await runAsync('node', ['node_modules/typescript/bin/tsc', ...strict, ...kind, 'typed.ts'], {
          cwd: folder,
          env,
        });
    },
  },
  {
    title: 'npx runs each example of the command line that needs no account in a folder without it',
    packages: [],
    files: {},
    async check(folder, env) {
      const [first = '', ...others] = examples();
      await runAsync('sh', ['-c', first.replace(/^npx /, 'npx --yes ')], { cwd: folder, env });
      expectSeries(folder);
      // npx has it now, so that one more start of npx runs all others.
      const lines = [...others, 'session-series export --mock --last 90d sessions.sqlite'];
      const call = lines.map((line) => line.replace(/^npx --package \S+ /, '')).join(' && ');
      await runAsync('npx', ['--yes', '--package', '@session-series/cli', '--call', call], {
        cwd: folder,
        env,
      });
      expectSeries(folder);
      const beginsWith = (file: string) => readFileSync(join(folder, file), 'latin1').slice(0, 15);
      expectOutput(beginsWith('sessions.parquet'), /^PAR1/);
      expectOutput(beginsWith('sessions.sqlite'), /^SQLite format 3$/);
    },
  },
];

/** The commands in the README of the command line that need no account. */
const examples = (): string[] =>
  [...readFileSync(join(root, 'packages/cli/README.md'), 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)]
    .flatMap(([, code = '']) => code.trim().split('\n'))
    .filter((line) => line.includes('--mock'));

/** Throws unless the file of the first example has its header and 90 days. */
function expectSeries(folder: string): void {
  const lines = readFileSync(join(folder, 'sessions.csv'), 'utf8').trim().split('\n');
  expectOutput(`${lines[0]} ${lines.length}`, /^time,local_date,.*,sessions 91$/);
}
