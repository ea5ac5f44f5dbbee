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
const room = fileURLToPath(new URL('..', import.meta.url));

let mock: RunningMock;
let project: string;
/** An empty project, in which the package is what its tarball holds, and its one dependency is there. */
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
    realpathSync(join(room, 'node_modules/is-network-error')),
    join(project, 'node_modules/is-network-error'),
  );
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

test('is imported into an ES module', async () => {
  write('main.mjs', `import { createClient } from '@session-series/client';${ask}`);
  expect(await node('main.mjs')).toBe('14\n');
});

test('is required into a CommonJS module, as Node.js 20.19 and later do', async () => {
  write(
    'main.cjs',
    `const { createClient } = require('@session-series/client');${ask.replace('export ', '')}`,
  );
  expect(await node('main.cjs')).toBe('14\n');
});

test('is built by Vite, and runs then', async () => {
  write('page.js', `import { createClient } from '@session-series/client';${ask}`);
  await build({
    root: project,
    logLevel: 'error',
    build: { lib: { entry: 'page.js', formats: ['es'], fileName: () => 'page.mjs' } },
  });
  expect(await node('dist/page.mjs')).toBe('14\n');
});

describe('its types hold', () => {
  const typed = `
import { type components, createClient } from '@session-series/client';
import { collectRange, type SessionsPoint } from '@session-series/client/range';

const client = createClient({ instance: 'EU-01', apiKey: 'any-key' });
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
  const resolutions = [
    ['--module', 'node16', '--moduleResolution', 'node16'],
    ['--module', 'node20', '--moduleResolution', 'node16'],
    ['--module', 'nodenext', '--moduleResolution', 'nodenext'],
    ['--module', 'esnext', '--moduleResolution', 'bundler'],
  ];
  const cases = Object.entries(compilers).flatMap(([name, tsc]) =>
    resolutions.map((flags) => [name, flags.at(-1), tsc, flags] as const),
  );

  test.for(cases)('under %s with %s', async ([_name, _resolution, tsc, flags]) => {
    write('typed.mts', typed);
    const strict = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess'];
    const libraries = ['--target', 'es2022', '--lib', 'es2022,dom', '--skipLibCheck', 'false'];
    const checked = run(process.execPath, [tsc, ...strict, ...libraries, ...flags, 'typed.mts'], {
      cwd: project,
    });
    const { stdout } = await checked.catch((error: { stdout: string }) => error);
    expect(stdout).toBe('');
  });

  const check = async (file: string, flags: string[]) => {
    const strict = [
      '--noEmit',
      '--strict',
      '--target',
      'es2022',
      '--lib',
      'es2022,dom',
      '--skipLibCheck',
      'false',
    ];
    const checked = run(process.execPath, [compilers['TypeScript 5'], ...strict, ...flags, file], {
      cwd: project,
    });
    return (await checked.catch((error: { stdout: string }) => error)).stdout;
  };

  test('under node10, every entry', async () => {
    write(
      'node10.ts',
      `import { createClient } from '@session-series/client';
import { getSessionsDataSeries } from '@session-series/client/operations';
import { collectRange } from '@session-series/client/range';
import { sumOf } from '@session-series/client/series';
import { getSessionsDataSeriesSchema } from '@session-series/client/schemas';
export const all = [createClient, getSessionsDataSeries, collectRange, sumOf, getSessionsDataSeriesSchema];
`,
    );
    expect(await check('node10.ts', ['--module', 'esnext', '--moduleResolution', 'node10'])).toBe('');
  });

  test('in CommonJS: by import under nodenext, by a dynamic import under node16', async () => {
    write(
      'common.cts',
      `import { createClient } from '@session-series/client';\nexport const make = createClient;\n`,
    );
    expect(await check('common.cts', ['--module', 'nodenext', '--moduleResolution', 'nodenext'])).toBe('');
    expect(await check('common.cts', ['--module', 'node16', '--moduleResolution', 'node16'])).toContain(
      'TS1479',
    );
    write(
      'dynamic.cts',
      `export const make = async () => (await import('@session-series/client')).createClient;\n`,
    );
    expect(await check('dynamic.cts', ['--module', 'node16', '--moduleResolution', 'node16'])).toBe('');
  });
});
