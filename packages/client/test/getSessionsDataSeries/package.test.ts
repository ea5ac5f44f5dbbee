import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type RunningMock, startMock } from '@session-series/mock';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const run = promisify(execFile);
const room = fileURLToPath(new URL('../..', import.meta.url));

let mock: RunningMock;
let project: string;
/** An empty project with the content of the package's tarball and its only dependency. */
beforeAll(async () => {
  mock = await startMock({ port: 0 });
  project = realpathSync(mkdtempSync(join(tmpdir(), 'client-package-')));
  const scope = join(project, 'node_modules/@session-series');
  mkdirSync(scope, { recursive: true });
  await run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', project], { cwd: room });
  await run('tar', ['-xzf', 'session-series-client-0.0.0.tgz'], { cwd: project });
  await run('mv', ['package', join(scope, 'client')], { cwd: project });
  const dependency = realpathSync(join(room, 'node_modules/openapi-fetch'));
  symlinkSync(dependency, join(project, 'node_modules/openapi-fetch'));
  symlinkSync(
    join(dependency, '../openapi-typescript-helpers'),
    join(project, 'node_modules/openapi-typescript-helpers'),
  );
});
afterAll(async () => {
  rmSync(project, { recursive: true });
  await mock.close();
});

const ask = `
const client = createClient({ baseUrl: MOCK, apiKey: 'any-key' });
export const asked = client.getSessionsDataSeries({ length: 14 }).then(({ data }) => console.log(data.length));
`;
const write = (name: string, code: string) =>
  writeFileSync(join(project, name), code.replaceAll('MOCK', JSON.stringify(mock.url)));
const node = async (file: string) => (await run(process.execPath, [file], { cwd: project })).stdout;

test('the packed client can be imported into an ES module', async () => {
  write('main.mjs', `import { createClient } from '@session-series/client';${ask}`);
  expect(await node('main.mjs')).toBe('14\n');
});

test('the packed client can be required from a CommonJS module', async () => {
  write(
    'main.cjs',
    `const { createClient } = require('@session-series/client');${ask.replace('export ', '')}`,
  );
  expect(await node('main.cjs')).toBe('14\n');
});

test('the packed client runs after a build with Vite', async () => {
  write('page.js', `import { createClient } from '@session-series/client';${ask}`);
  await build({
    root: project,
    logLevel: 'error',
    build: { lib: { entry: 'page.js', formats: ['es'], fileName: () => 'page.mjs' } },
  });
  expect(await node('dist/page.mjs')).toBe('14\n');
});

describe('the types of the packed client compile', () => {
  const typed = `
import { type components, createClient } from '@session-series/client';
import { collectRange, type SessionsPoint } from '@session-series/client/range';

const client = createClient({ instance: 'EU-01', apiKey: 'any-key', headers: new Headers() });
export const series: Promise<components['schemas']['SessionsDataSeries']> = client.getSessionsDataSeries({ length: 14, unit: 'day' });
export const points: Promise<SessionsPoint[]> = collectRange(client, { from: new Date(0), to: new Date() });
// @ts-expect-error: the contract knows no such unit
client.getSessionsDataSeries({ length: 14, unit: 'jour' });
// @ts-expect-error: nor such a parameter
client.getSessionsDataSeries({ length: 14, unité: 'day' });
`;
  const compilers = {
    'TypeScript 5': join(room, 'node_modules/typescript/bin/tsc'),
    'TypeScript 7': join(room, '../../node_modules/typescript/bin/tsc'),
  };
  type Compiler = keyof typeof compilers;

  /** The diagnostics of a compiler for a file. */
  async function check(compiler: Compiler, file: string, flags: readonly string[]): Promise<string> {
    const strict = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess'];
    const libraries = ['--target', 'es2022', '--lib', 'es2022,dom'];
    const checked = run(process.execPath, [compilers[compiler], ...strict, ...libraries, ...flags, file], {
      cwd: project,
    });
    return (await checked.catch((error: { stdout: string }) => error)).stdout;
  }

  // TypeScript 5 takes seconds each time.
  test.for<[Compiler, string, string]>([
    ['TypeScript 5', 'nodenext', 'nodenext'],
    ['TypeScript 7', 'node16', 'node16'],
    ['TypeScript 7', 'node20', 'node16'],
    ['TypeScript 7', 'nodenext', 'nodenext'],
    ['TypeScript 7', 'esnext', 'bundler'],
  ])(
    'the types compile under %s with module %s and resolution %s',
    async ([compiler, module, resolution]) => {
      write('typed.mts', typed);
      const flags = ['--module', module, '--moduleResolution', resolution, '--skipLibCheck', 'false'];
      expect(await check(compiler, 'typed.mts', flags)).toBe('');
    },
  );

  test('the types of every entry of the packed client compile under node10', async () => {
    write(
      'node10.ts',
      `import { createClient } from '@session-series/client';
import { createCall, createHooks } from '@session-series/client/call';
import { getSessionsDataSeries } from '@session-series/client/operations';
import * as unchecked from '@session-series/client/unchecked';
import { collectRange } from '@session-series/client/range';
import { sumOf } from '@session-series/client/series';
import { getSessionsDataSeriesSchema } from '@session-series/client/schemas';
import { createThrottle } from '@session-series/client/throttle';
import { logHooks } from '@session-series/client/log';
const getSeries = createCall(unchecked.getSessionsDataSeries, { baseUrl: 'https://a', apiKey: 'k', hooks: createHooks(logHooks(console)) });
const entries = [getSeries, getSessionsDataSeries, collectRange, sumOf, getSessionsDataSeriesSchema];
export const all = [createClient({ instance: 'EU-01', apiKey: 'any-key', throttle: createThrottle(), ...logHooks(console) }), entries];
`,
    );
    expect(
      await check('TypeScript 5', 'node10.ts', [
        '--module',
        'esnext',
        '--moduleResolution',
        'node10',
        '--skipLibCheck',
      ]),
    ).toBe('');
  });

  test('the types of the packed client compile in CommonJS: by import under nodenext, by a dynamic import under node16', async () => {
    write(
      'common.cts',
      `import { createClient } from '@session-series/client';\nexport const make = createClient;\n`,
    );
    expect(
      await check('TypeScript 7', 'common.cts', ['--module', 'nodenext', '--moduleResolution', 'nodenext']),
    ).toBe('');
    expect(
      await check('TypeScript 7', 'common.cts', ['--module', 'node16', '--moduleResolution', 'node16']),
    ).toContain('TS1479');
    write(
      'dynamic.cts',
      `export const make = async () => (await import('@session-series/client')).createClient;\n`,
    );
    expect(
      await check('TypeScript 7', 'dynamic.cts', ['--module', 'node16', '--moduleResolution', 'node16']),
    ).toBe('');
  });
});
