import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { slice } from '../bench/slice.ts';
import { type JsonObject, readSource } from '../src/index.ts';

const home = join(import.meta.dirname, '..');
// The tool as users get it: packed, unpacked into an empty project, with only its dependencies.
const project = mkdtempSync(join(tmpdir(), 'openapi-l10n-packed-'));
const installed = join(project, 'node_modules/openapi-l10n');
const command = join(installed, 'bin/openapi-l10n.js');

beforeAll(async () => {
  execFileSync('pnpm', ['pack', '--pack-destination', project], { cwd: home, stdio: 'pipe' });
  const tarball = readdirSync(project).find((name) => name.endsWith('.tgz')) ?? '';
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['-xzf', join(project, tarball), '-C', installed, '--strip-components=1']);
  const { dependencies }: { dependencies: Record<string, string> } = manifest();
  for (const name of Object.keys(dependencies)) {
    const link = join(project, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(realpathSync(join(home, 'node_modules', name)), link);
  }
  // A third-party contract: a part of GitHub's own description.
  const file = createRequire(import.meta.url).resolve('@octokit/openapi/generated/api.github.com.json');
  const whole = (await readSource(file)).value as JsonObject; // GitHub's description is an object
  writeFileSync(join(project, 'github.json'), JSON.stringify(slice(whole, 20), null, 2));
}, 120_000);
afterAll(() => rmSync(project, { recursive: true, force: true }));

const manifest = () => JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));

test('the tarball contains the declared files, and no sources or tests', () => {
  const { exports, bin } = manifest();
  for (const file of [...Object.values(exports), ...Object.values(bin)]) {
    expect(existsSync(join(installed, String(file))), String(file)).toBe(true);
  }
  expect(readdirSync(installed).toSorted()).toEqual(
    ['LICENSE', 'README.md', 'bin', 'dist', 'docs', 'package.json', 'settings.schema.json'].toSorted(),
  );
  expect(Object.values(manifest().dependencies)).not.toContainEqual(
    expect.stringMatching(/catalog|workspace/),
  );
});

/** The Node.js that runs the tests, and all other supported ones in PATH. */
const runtimes = new Map<string, string>();
for (const folder of ['', ...(process.env['PATH'] ?? '').split(delimiter)]) {
  const program = folder === '' ? process.execPath : join(folder, 'node');
  const version = existsSync(program)
    ? execFileSync(program, ['--version'], { encoding: 'utf8' }).trim()
    : '';
  const [, major = '0', minor = '0'] = /^v(\d+)\.(\d+)/.exec(version) ?? [];
  if (Number(major) > 20 || (Number(major) === 20 && Number(minor) >= 19)) runtimes.set(version, program);
}

describe.each([...runtimes])('on Node.js %s', (version, node) => {
  const overlay = `fr.${version}.yaml`;
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(node, [command, ...args], {
      cwd: project,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
    return { code: status, out: stdout, err: stderr };
  };

  test('extract, status, check and apply of the tarball work on an unknown contract', () => {
    const made = run('extract', 'github.json', '--overlay', overlay, '--language', 'fr');
    expect(made).toMatchObject({ code: 0, out: '', err: expect.stringMatching(/: written \(\d{3,} texts/) });
    expect(run('extract', 'github.json', '--overlay', overlay).err).toContain(': unchanged');
    expect(run('status', 'github.json', overlay).out).toMatch(/French \(fr\) .* 0 %/);

    const document = parseDocument(readFileSync(join(project, overlay), 'utf8'));
    document.setIn(
      ['actions', 0, 'update', 'title'],
      'Spécification OpenAPI 31 officielle de GitHub et extension Octokit',
    );
    writeFileSync(join(project, overlay), document.toString({ lineWidth: 0 }));
    const checked = run('check', 'github.json', overlay, '--format', 'json', '--rule', 'missing=off');
    const { findings }: { findings: { rule: string; pointer: string }[] } = JSON.parse(checked.out);
    const aboutPairs = findings.filter(({ rule }) => rule !== 'source');
    expect(aboutPairs).toMatchObject([{ rule: 'number', pointer: '/info/title' }]);
    expect(checked.code).toBe(1);

    expect(run('apply', 'github.json', overlay, '-o', 'github.fr.json').code).toBe(0);
    const localised = JSON.parse(readFileSync(join(project, 'github.fr.json'), 'utf8'));
    const original = JSON.parse(readFileSync(join(project, 'github.json'), 'utf8'));
    expect(localised.info.title).toBe('Spécification OpenAPI 31 officielle de GitHub et extension Octokit');
    expect({ ...localised, info: { ...localised.info, title: original.info.title } }).toEqual(original);
  });

  test('the library of the tarball can be imported by its name', () => {
    const code =
      "import { ruleNames } from 'openapi-l10n'; console.log(ruleNames.includes('protected-term'))";
    writeFileSync(join(project, 'use.mjs'), code);
    expect(execFileSync(node, ['use.mjs'], { cwd: project, encoding: 'utf8' })).toBe('true\n');
  });
});
