import { execFile } from 'node:child_process';
import { copyFileSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONTRACT, grownCopy } from '../../src/grow.ts';
import { run, type Scratch } from '../../src/scratch.ts';
import { sharedCache, turbo } from '../../src/turbo.ts';
import { root, workspacePackages } from '../../src/workspace.ts';

const additions = join(root, 'release/growth');

let scratch: Scratch;
const at = (path: string) => join(scratch.folder, path);
const read = (path: string) => readFileSync(at(path), 'utf8');

/** The repository with every shape of openapi/growth: contract, French words and one handler are edited, nothing else. */
beforeAll(() => {
  scratch = grownCopy();
  // Engines do not depend on the contract: they come from the cache of this repository.
  turbo(scratch.folder, ['build'], {}, sharedCache());
}, 500_000);
afterAll(() => scratch[Symbol.dispose]());

/** Run a command without blocking this process, which runs the mock. */
const execute = promisify(execFile);

/** The mock of the grown repository, on a free port. */
async function startMock(): Promise<{ readonly url: string } & AsyncDisposable> {
  const { startMock: start } = await import(pathToFileURL(at('packages/mock/dist/index.js')).href);
  return start({ port: 0 });
}

describe('a contract with every shape, added by editing only the contract, its French texts and one handler', () => {
  test('a grown contract needs an edit of three files', () => {
    const edited = run('git', ['diff', '--name-only', 'before', 'HEAD'], { cwd: scratch.folder });
    expect(edited.trim().split('\n')).toEqual([
      CONTRACT.replace('openapi.yaml', 'l10n/fr.overlay.yaml'),
      CONTRACT,
      'packages/mock/src/handlers/deleteBerth.ts',
    ]);
  });

  test('a command of pnpm in the copy does not install, since it shares the dependencies of this repository', () => {
    const env = { pnpm_config_verify_deps_before_run: undefined };
    const said = run('pnpm', ['config', 'get', 'verify-deps-before-run'], { cwd: scratch.folder, env });
    expect(said.trim()).toBe('false');
  });

  test('a grown contract is translated completely', () => {
    const [french] = JSON.parse(
      run('openapi-l10n', ['status', 'openapi.yaml', 'l10n/fr.overlay.yaml', '--json'], {
        cwd: at('openapi'),
      }),
    );
    expect(french).toMatchObject({ stale: 0, missing: 0 });
  });

  test('a grown contract is typed in the client, which calls its operations', {
    timeout: 120_000,
  }, async () => {
    copyFileSync(join(additions, 'call.ts'), at('packages/client/test/call.ts'));
    run('tsc', ['--project', 'tsconfig.json', '--noEmit'], { cwd: at('packages/client') });
    await using mock = await startMock();
    const { stdout } = await execute(process.execPath, ['test/call.ts', mock.url], {
      cwd: at('packages/client'),
    });
    expect(JSON.parse(stdout)).toEqual({ id: 'brt_3', state: 'free' });
  });

  test('a grown contract is mocked with its schemas, handlers, media types and keys', async () => {
    await using mock = await startMock();
    const key = { 'X-Harbor-Key': 'any' };
    const status = async (path: string, init: RequestInit = {}) =>
      (await fetch(mock.url + path, init)).status;
    expect(await status('/berths?states=free,closed&numbers=3|14&size[min_length]=8', { headers: key })).toBe(
      200,
    );
    expect(await status('/berths?states=sunk', { headers: key })).toBe(400);
    expect(await status('/berths')).toBe(401);
    expect(await status('/status')).toBe(200);
    expect(await status('/tides', { headers: key })).toBe(200);
    const deleted = await fetch(`${mock.url}/berths/brt_3`, { method: 'DELETE', headers: key });
    expect([deleted.status, deleted.headers.get('X-Handler')]).toEqual([204, 'deleteBerth']);
    const csv = await fetch(`${mock.url}/berths/brt_3/occupancy?from=2026-05-01`, {
      headers: { ...key, accept: 'text/csv' },
    });
    expect(csv.headers.get('content-type')).toContain('text/csv');
  });

  test.each([
    ['en', ['List berths', 'Request a booking', 'List tides', 'A berth became free']],
    [
      'fr',
      [
        'Lister les postes à quai',
        'Demander une réservation',
        'Lister les marées',
        'Un poste à quai s’est libéré',
      ],
    ],
  ])('a grown contract has pages in the docs (%s)', (language, titles) => {
    const pages = globSync(`apps/docs/dist/${language}/**/*.html`, { cwd: scratch.folder })
      .map(read)
      .join('\n');
    for (const title of titles) expect(pages).toContain(title);
  });

  test('a grown contract is in the Postman collection, with the authentication of each operation', {
    timeout: 120_000,
  }, () => {
    const collection = read('openapi/dist/postman_collection.json');
    for (const text of [
      'List berths',
      '{{harborKey}}',
      '{{harborStaff}}',
      '"noauth"',
      '"4XX"',
      'Any other status',
    ])
      expect(collection).toContain(text);
    expect(collection).not.toContain('NaN');
  });

  test('a grown contract is in the demo, in both languages', () => {
    const assets = globSync('apps/demo/dist/assets/*.js', { cwd: scratch.folder }).map(read).join('\n');
    expect(assets).toContain('listBerths');
    expect(assets).toContain('Lister les postes à quai');
  });

  test('a grown contract is a minor change of every package that is generated from it', () => {
    const { bump } = JSON.parse(
      run('openapi-gate', ['rate', '--base', 'before', '--format', 'json', '--fail-on', 'none'], {
        cwd: scratch.folder,
      }),
    );
    expect(bump).toBe('minor');
  });
});

// A package takes part with a script "growth", which also runs in the grown copy.
for (const { name, folder } of workspacePackages()) {
  const manifest: { scripts?: Record<string, string> } = JSON.parse(
    readFileSync(join(root, folder, 'package.json'), 'utf8'),
  );
  if (manifest.scripts?.['growth'] !== undefined)
    test(`${name} passes its own tests of a grown contract`, { timeout: 200_000 }, () => {
      run('pnpm', ['run', 'growth'], { cwd: at(folder), seconds: 200 });
    });
}
