import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseSource } from '../src/index.ts';
import { contract, folderWith, good, overlay, run } from './run.ts';

const broken = overlay.replace('Une page de 100 `pets`', 'Une page de 10 `pets`');

describe('a baseline', () => {
  const files = { ...good, 'fr.yaml': broken };
  const check = async (folder: string, ...more: string[]) =>
    await run(['check', 'openapi.yaml', 'fr.yaml', '--baseline', 'baseline.json', ...more], folder);

  test('a baseline accepts current findings, and only new ones are reported', async () => {
    using folder = folderWith(files);
    expect(await check(folder.path, '--update-baseline')).toEqual({
      code: 0,
      out: '',
      err: 'baseline.json: 1 finding accepted\n',
    });
    expect(await check(folder.path)).toMatchObject({
      code: 0,
      err: '1 finding accepted by baseline.json\n',
    });
    writeFileSync(join(folder.path, 'fr.yaml'), broken.replace('`pets` au plus', '`animaux` au plus'));
    expect(await check(folder.path)).toMatchObject({
      code: 1,
      out: expect.stringContaining('protected-term'),
    });
  });

  test('a baseline still matches when lines move', async () => {
    using folder = folderWith(files);
    await check(folder.path, '--update-baseline');
    writeFileSync(join(folder.path, 'fr.yaml'), `# a comment\n\n${broken}`);
    expect((await check(folder.path)).code).toBe(0);
  });

  test('a baseline accepts a finding as often as it lists it', async () => {
    using folder = folderWith(files);
    writeFileSync(join(folder.path, 'baseline.json'), '{"accepted":[]}');
    expect((await check(folder.path)).code).toBe(1);
  });

  test.each([
    ['is missing', undefined, /The baseline baseline\.json does not exist/],
    ['is something else', '{}', /This is not a baseline/],
    [
      'has an entry that is not whole',
      '{"accepted":[{"rule":"number"}]}',
      /An entry of the baseline is incomplete/,
    ],
  ])('a baseline that %s is refused', async (_what, text, message) => {
    using folder = folderWith(text === undefined ? files : { ...files, 'baseline.json': text });
    expect(await check(folder.path)).toMatchObject({ code: 2, out: '', err: expect.stringMatching(message) });
  });
});

describe('an HTML report', () => {
  test('an HTML report is one file that makes no request, and shows both sides of each finding', async () => {
    using folder = folderWith({ ...good, 'fr.yaml': broken });
    const { code, out } = await run(
      ['check', 'openapi.yaml', 'fr.yaml', '--format', 'html', '--output', 'report.html'],
      folder.path,
    );
    expect({ code, out }).toEqual({ code: 1, out: '' });
    const page = readFileSync(join(folder.path, 'report.html'), 'utf8');
    expect(page).not.toMatch(/https?:|<script|<link|src=/);
    expect(page).toContain('1 error and 0 warnings in 1 file.');
    expect(page).toContain('Une page de <mark>10</mark> `pets` au plus.');
    expect(page).toContain('A page of at most 100 `pets`.');
  });

  test('an HTML report shows a part of a long line', async () => {
    const minified = JSON.stringify(parseSource(contract, 'openapi.yaml').value);
    const padded = minified.replace('"openapi"', `"x-long":"${'a'.repeat(100_000)}","openapi"`);
    using folder = folderWith({ 'openapi.json': padded, 'fr.yaml': broken });
    const { out } = await run(['check', 'openapi.json', 'fr.yaml', '-f', 'html'], folder.path);
    expect(out).toContain('A page of at most 100 `pets`.');
    expect(out.length).toBeLessThan(10_000);
  });

  test('an HTML report escapes markup in texts', async () => {
    const hostile = 'A page of at most 100 <script>alert(1)</script> `pets`.';
    using folder = folderWith({
      'openapi.yaml': contract.replace('A page of at most 100 `pets`.', hostile),
      'fr.yaml': broken,
    });
    const { out } = await run(['check', 'openapi.yaml', 'fr.yaml', '-f', 'html'], folder.path);
    expect(out).not.toContain('<script>');
    expect(out).toContain('&lt;script&gt;');
  });
});

describe('folders of pages', () => {
  const pages = {
    'en/index.md': 'Send `length`.\n',
    'en/guide/start.md': 'At most 10 pages.\n',
    'en/guide/new.mdx': 'New.\n',
    'fr/index.md': 'Envoyez `lenmgth`.\n',
    'fr/guide/start.md': 'Au plus 10 pages.\n',
    'fr/old.md': 'Ancien.\n',
  };
  const check = async (folder: string) =>
    await run(['check-markdown', '--source', 'en', '--target', 'fr', '-l', 'fr', '-f', 'json'], folder);
  const named = (out: string) =>
    (JSON.parse(out) as { findings: { rule: string; place: { file: string } }[] }).findings // what `json` writes
      .map(({ rule, place }) => `${rule} ${place.file.replaceAll('\\', '/')}`);

  test('folders of pages are paired by path; missing and left-over pages are named', async () => {
    using folder = folderWith(pages);
    const { code, out } = await check(folder.path);
    expect(code).toBe(1);
    expect(named(out)).toEqual([
      'missing en/guide/new.mdx',
      'orphan fr/old.md',
      'protected-term fr/index.md',
    ]);
  });

  test('a check of folders reports a translation whose source has a later commit', async () => {
    using folder = folderWith(pages);
    const git = async (args: string[], date: string) =>
      spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
        cwd: folder.path,
        env: { ...process.env, GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date },
      });
    await git(['init', '-q'], '2024-01-01T00:00:00Z');
    await git(['add', '.'], '2024-01-01T00:00:00Z');
    await git(['commit', '-qm', 'all'], '2024-01-01T00:00:00Z');
    writeFileSync(join(folder.path, 'en/guide/start.md'), 'At most 10 whole pages.\n');
    await git(['commit', '-qam', 'edit'], '2024-02-01T00:00:00Z');
    expect(named((await check(folder.path)).out)).toContain('stale fr/guide/start.md');
  });

  test.each([
    [['--source', 'en'], /--source and --target must be used together/],
    [['--source', 'en', '--target', 'de'], /Cannot read the folder de/],
  ])('a check of folders refuses %j', async (args, message) => {
    using folder = folderWith(pages);
    expect(await run(['check-markdown', ...args], folder.path)).toMatchObject({
      code: 2,
      err: expect.stringMatching(message),
    });
  });
});
