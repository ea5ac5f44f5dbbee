import { cpSync, globSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run, type Scratch, scratchCopy, storeOption } from '../../src/scratch.ts';
import { sharedCache, turbo } from '../../src/turbo.ts';
import { root } from '../../src/workspace.ts';

const library = join(root, 'release/test/library-contract');
let scratch: Scratch;
const at = (path: string) => join(scratch.folder, path);
const read = (path: string) => readFileSync(at(path), 'utf8');
const all = (glob: string) => globSync(glob, { cwd: scratch.folder }).map(read).join('\n');

/** The commands of CONTRIBUTING for people who keep the layout for their own API. */
function commands(): string[] {
  const [, page = ''] = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8').split(/^## Adopt this .*$/m);
  const [own = ''] = page.split(/^## /m);
  return [...own.matchAll(/^ {3}```sh\n([\s\S]*?)^ {3}```$/gm)].map(([, code = '']) =>
    code.replaceAll(/^ {3}/gm, ''),
  );
}

/** Runs the commands in a copy: its contract is that of an invented library, its registry what is installed, its build cached. */
beforeAll(() => {
  scratch = scratchCopy();
  for (const block of commands()) {
    const here = block
      .replaceAll(/npx -y pnpm@\S+ install/g, `pnpm install --prefer-offline ${storeOption()}`)
      .replace(/^npx -y pnpm@\S+ build$/m, '');
    run('bash', ['-euc', here], { cwd: scratch.folder });
  }
  mkdirSync(at('openapi/l10n'), { recursive: true });
  cpSync(join(library, 'openapi.yaml'), at('openapi/openapi.yaml'));
  cpSync(join(library, 'de.overlay.yaml'), at('openapi/l10n/de.overlay.yaml'));
  // Engines know no contract: they come from the cache of this repository.
  turbo(scratch.folder, ['build'], {}, sharedCache());
}, 500_000);
afterAll(() => scratch[Symbol.dispose]());

describe('the contract of another vendor, with basic authentication and a German overlay, in this layout', () => {
  test('all commands of the section on adopting the layout succeed', () => {
    expect(commands()).toHaveLength(7);
    expect(
      run('git', ['grep', '-c', '@acme/contract', '--', 'packages/*/package.json'], { cwd: scratch.folder }),
    ).toContain('packages/mock/package.json:1');
  });

  test('an adopted contract has bundles in two languages and a collection with its authentication', () => {
    expect(read('openapi/dist/openapi.en.json')).toContain('Lend a book');
    expect(read('openapi/dist/openapi.de.json')).toContain('Ein Buch ausleihen');
    const collection = read('openapi/dist/postman_collection.json');
    expect(collection).toContain('Lend a book');
    expect(collection).toContain('"type": "basic"');
  });

  test('an adopted contract has a typed client, which calls its mock', async () => {
    const { startMock } = await import(pathToFileURL(at('packages/mock/dist/index.js')).href);
    const { createClient } = await import(pathToFileURL(at('packages/client/dist/index.js')).href);
    expect(read('packages/client/dist/generated/methods.d.ts')).toContain('lendBook');
    await using mock = await startMock({ port: 0 });
    const client = createClient({ baseUrl: mock.url, apiKey: 'ada:any' });
    expect(await client.listLoans({ limit: 2 })).toEqual([{ id: 7, title: 'Heidi', due: '2026-05-01' }]);
    await expect(client.listLoans({ limit: 51 })).rejects.toThrow(/limit/);
    const authorization = `Basic ${Buffer.from('ada:any').toString('base64')}`;
    const status = async (path: string, headers: Record<string, string> = { authorization }) =>
      (await fetch(mock.url + path, { headers })).status;
    expect(await status('/loans?limit=51')).toBe(400);
    expect(await status('/loans', {})).toBe(401);
  });

  test('an adopted contract has docs in two languages', () => {
    expect(all('apps/docs/dist/en/**/*.html')).toContain('Lend a book');
    expect(all('apps/docs/dist/de/**/*.html')).toContain('Ein Buch ausleihen');
  });

  test('an adopted contract has forms in the demo, in its own languages, and no chart', () => {
    const assets = all('apps/docs/dist/demo/assets/*.js');
    expect(assets).toContain('listLoans');
    expect(assets).toContain('Ein Buch ausleihen');
    expect(assets).not.toContain('data_series');
  });
});
