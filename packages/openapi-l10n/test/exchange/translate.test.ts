import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contract, folderWith, run } from '../run.ts';

/** A translator without network access, which puts each text in angle quotes. */
const quoting = `
import { createInterface } from 'node:readline';
for await (const line of createInterface({ input: process.stdin })) {
  const { id, text } = JSON.parse(line);
  console.log(JSON.stringify({ id, text: '« ' + text + ' »' }));
}
`;
const translator = (body: string) => `
import { createInterface } from 'node:readline';
for await (const line of createInterface({ input: process.stdin })) {
  const { id, text } = JSON.parse(line);
  ${body}
}
`;

const overlay = `overlay: 1.0.0
info: { title: Pets (fr), version: "1" }
x-l10n-language: fr
actions:
  - target: $.info
    update: { title: Animaux }
    x-l10n-source: { title: Pets }
`;
const command = ['translate', 'openapi.yaml', 'fr.yaml', '--with', `"${process.execPath}" translator.mjs`];
const rules = ['--rule', 'untranslated=off', '--rule', 'typography=off'];

const translateWith = async (program: string) => {
  using folder = folderWith({ 'openapi.yaml': contract, 'fr.yaml': overlay, 'translator.mjs': program });
  const { code, err } = await run([...command, ...rules], folder.path);
  return { code, err, text: readFileSync(join(folder.path, 'fr.yaml'), 'utf8') };
};

describe('translate', () => {
  test('translate takes the output of a command, marks it for review, and never changes existing translations', async () => {
    const { code, err, text } = await translateWith(quoting);
    expect({ code, err }).toEqual({ code: 0, err: 'fr.yaml: 4 translated, 0 rejected\n' });
    expect(text).toContain('title: Animaux');
    expect(text).toContain('description: « A page of at most 100 `pets`. »');
    expect(text.match(/x-l10n-review/g)).toHaveLength(4);
  });

  test('translate hides code from the command, and rejects a translation that loses or repeats it', async () => {
    const lost = await translateWith(
      translator("console.log(JSON.stringify({ id, text: text.replace(/<x [^>]*>/g, '') }))"),
    );
    expect(lost.code).toBe(1);
    expect(lost.err).toContain('responses/200/description: <x id="1"/> is missing, which stands for 100');
    expect(lost.text).not.toMatch(/update: .*A page/);
    const twice = await translateWith(translator('console.log(JSON.stringify({ id, text: text + text }))'));
    expect(twice.err).toContain('is not in the source or is repeated');
  });

  test('translate rejects a translation in which a check finds an error', async () => {
    const { err, text } = await translateWith(
      translator("console.log(JSON.stringify({ id, text: '12 ' + text }))"),
    );
    expect(err).toMatch(/summary: number: /);
    expect(text).not.toContain('12 List');
  });

  test('translate, check and check-markdown show their progress on one line, and clear it', async () => {
    using folder = folderWith({
      'openapi.yaml': contract,
      'fr.yaml': overlay,
      'translator.mjs': quoting,
      'en/a.md': 'One.\n',
      'fr/a.md': 'Un.\n',
    });
    const shown = async (...args: string[]) => {
      const lines: string[] = [];
      await run(args, folder.path, (text) => void lines.push(text));
      return lines;
    };
    const [first, ...others] = await shown(...command, ...rules);
    expect(first).toBe('Translated 1 of 4');
    expect(others.slice(-2)).toEqual(['Translated 4 of 4', '']);
    expect(await shown('check', 'openapi.yaml', 'fr.yaml')).toEqual(['Checking fr.yaml (1 of 1)', '']);
    expect(await shown('check-markdown', '--source', 'en', '--target', 'fr')).toEqual([
      'Checking page 1 of 1',
      '',
    ]);
  });

  test.each([
    ['fails', 'process.exit(3)', /failed with exit code 3/],
    ['answers no JSON', "console.log('oops')", /answered "oops"/],
  ])('translate writes nothing when the command %s', async (_what, body, message) => {
    const { code, err, text } = await translateWith(translator(body));
    expect({ code, text }).toEqual({ code: 2, text: overlay });
    expect(err).toMatch(message);
  });
});
