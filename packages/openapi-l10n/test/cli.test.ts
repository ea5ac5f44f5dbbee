import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../src/cli/main.ts';
import { contract, folderWith, overlay, run } from './run.ts';

const files = { 'openapi.yaml': contract, 'fr.yaml': overlay };

describe('help', () => {
  test.each([['--help'], ['-h'], ['help']])(
    'the help by %s lists every command and the exit codes on standard output',
    async (word) => {
      const { code, out, err } = await run([word], '.');
      expect({ code, err }).toEqual({ code: 0, err: '' });
      for (const name of Object.keys(commands)) expect(out).toMatch(new RegExp(`^ {2}${name} `, 'm'));
      expect(out).toMatch(/Exit codes:\n {2}0 .*\n {2}1 .*\n {2}2 .*\n {2}3 /);
    },
  );

  test.each(Object.keys(commands))('the command %s explains itself, with an example', async (name) => {
    const { code, out } = await run([name, '--help'], '.');
    expect(code).toBe(0);
    expect(out).toContain(`Usage: openapi-l10n ${name}`);
    expect(out).toContain(`Example:\n  openapi-l10n ${name} `);
    expect((await run(['help', name], '.')).out).toBe(out);
  });

  test('without a command, the help goes to standard error, and the exit code is 2', async () => {
    expect(await run([], '.')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('Usage:') });
  });

  test('--version prints the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'));
    expect(await run(['--version'], '.')).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });
});

describe('a mistyped word', () => {
  test.each([
    [['chekc'], 'Unknown command "chekc"', 'Did you mean "check"?'],
    [['publish'], 'Unknown command "publish"', 'Add --help'],
    [['check', 'a', 'b', '--glosary', 'c'], 'Unknown option --glosary of check', 'Did you mean --glossary?'],
    [['check', 'a', 'b', '--format', 'xml'], 'Unknown format "xml"', 'pretty, json, github, sarif, html'],
    [['check', 'a', 'b', '--rule', 'numbre=off'], 'Unknown rule "numbre"', 'Did you mean "number"?'],
    [['check', 'a', 'b', '--rule', 'number'], 'Unknown severity ""', 'error, warn, off'],
    [
      ['check', 'a', 'b', '--format'],
      'The option --format has no value',
      '--format <pretty|json|github|sarif|html>',
    ],
    [['check', 'a'], 'The argument <overlay> is missing', '<contract> <overlay>…'],
    [['check-markdown', 'a', 'b', 'c'], 'Unexpected argument: c', '<source.md> <translation.md>'],
    [['extract', 'openapi.yaml'], 'The option --overlay is missing', '--overlay <file>'],
    [
      ['extract', 'openapi.yaml', '--overlay', 'texts.yaml'],
      'The new overlay needs a language',
      '--language',
    ],
    [['apply', 'a', 'b', '--strict=yes'], 'The option --strict takes no value', '--strict'],
    [['apply', 'a', 'b', '-o', 'c', '-o', 'd'], 'The option --output is given twice', 'once'],
  ])('the mistyped words in %j are refused with a suggestion: %s', async (args, what, help) => {
    using folder = folderWith(files);
    const { code, out, err } = await run(args, folder.path);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`openapi-l10n: ${what}`);
    expect(err).toContain(help);
    expect(err).not.toContain('    at ');
  });

  test('the option --debug shows where an error arose', async () => {
    expect((await run(['check', 'nowhere', 'b', '--debug'], '.')).err).toMatch(/\n +at /);
  });
});

describe('status', () => {
  const half = overlay
    .replace('update: { summary: Ajouter un animal }', 'update: {}')
    .replace('x-l10n-source: { description: The new pet. }', 'x-l10n-source: { description: The new cat. }');

  test('status prints a table with one line per language', async () => {
    using folder = folderWith({
      ...files,
      'de.yaml': half.replace('x-l10n-language: fr', 'x-l10n-language: de'),
    });
    expect(await run(['status', 'openapi.yaml', 'fr.yaml', 'de.yaml'], folder.path)).toEqual({
      code: 0,
      err: '',
      out: `language     texts  translated  stale  review  missing   done
French (fr)      5           5      0       0        0  100 %  ████████████████████
German (de)      5           3      1       0        1   60 %  ████████████░░░░░░░░
`,
    });
  });

  test('status prints JSON for programs', async () => {
    using folder = folderWith({ ...files, 'fr.yaml': half });
    expect(JSON.parse((await run(['status', 'openapi.yaml', 'fr.yaml', '--json'], folder.path)).out)).toEqual(
      [{ language: 'fr', texts: 5, translated: 3, stale: 1, needsReview: 0, missing: 1, percent: 60 }],
    );
  });
});

describe('extract', () => {
  test('extract takes the language of a new overlay from its file name, and reports what it did', async () => {
    using folder = folderWith(files);
    const made = await run(['extract', 'openapi.yaml', '--overlay', 'de.overlay.yaml'], folder.path);
    expect(made).toEqual({
      code: 0,
      out: '',
      err: expect.stringMatching(/^de\.overlay\.yaml: written \(5 texts, 5 added/),
    });
    expect(readFileSync(join(folder.path, 'de.overlay.yaml'), 'utf8')).toContain('x-l10n-language: de\n');
  });

  test('extract --check writes nothing, and its exit code says whether the overlay is up to date', async () => {
    using folder = folderWith(files);
    const again = ['extract', 'openapi.yaml', '--overlay', 'fr.yaml', '--check'];
    expect(await run(again, folder.path)).toMatchObject({
      code: 0,
      err: expect.stringContaining('up to date'),
    });
    writeFileSync(join(folder.path, 'openapi.yaml'), contract.replace('Add a pet', 'Add one pet'));
    expect(await run(again, folder.path)).toMatchObject({
      code: 1,
      err: expect.stringContaining('not up to date'),
    });
    expect(readFileSync(join(folder.path, 'fr.yaml'), 'utf8')).toBe(overlay);
  });
});

describe('check-markdown', () => {
  test('check-markdown compares a page with its source, and shows both', async () => {
    using folder = folderWith({
      'guide.md': '# Pets\n\nSend `limit`, at most 100.\n',
      'guide.fr.md': '# Animaux\n\nEnvoyez `limjit`, 100 au plus.\n',
    });
    const { code, out, err } = await run(
      ['check-markdown', 'guide.md', 'guide.fr.md', '-l', 'fr'],
      folder.path,
    );
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toMatch(/^guide\.fr\.md:3:9 {2}error {2}protected-term\n/);
    expect(out).toContain('source: guide.md:3:6\n  3 | Send `limit`, at most 100.');
    expect(out).toContain('1 error, 0 warnings');
  });
});
