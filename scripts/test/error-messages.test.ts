/**
 * Every error message of each package in one table. If it changes, read it as a user would. `pnpm --filter
 * @session-series/scripts exec vitest run error-messages -u` writes the tables.
 */
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { collectErrorMessages } from '../error-messages/collect.ts';

const root = resolve(import.meta.dirname, '../..');
const folders = globSync(['{packages,apps}/*/package.json', '{openapi,release,scripts}/package.json'], {
  cwd: root,
})
  .map(dirname)
  .toSorted();

const cell = (text: string) =>
  text.replaceAll('|', '\\|').replaceAll('\n', '⏎').replaceAll('\u001b', '').trim();

function tableOf(folder: string): string {
  const files = globSync('{src,scripts,server,start,run,prose}/**/*.{ts,tsx,js}', {
    cwd: join(root, folder),
  });
  const rows = files
    .filter((file) => !file.includes('generated/'))
    .toSorted()
    .flatMap((file) =>
      collectErrorMessages(file, readFileSync(join(root, folder, file), 'utf8')).map(
        ({ kind, text }) => `| \`${file}\` | ${kind} | ${cell(text)} |`,
      ),
    );
  return `# Error messages of ${folder}\n\n| file | kind | message |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}

test.each(folders)('the error messages of %s are those of its table', async (folder) => {
  await expect(tableOf(folder)).toMatchFileSnapshot(`error-messages/${basename(folder)}.md`);
});

describe('collecting error messages', () => {
  const texts = (source: string) =>
    collectErrorMessages('a.ts', source).map(({ kind, text }) => `${kind}: ${text}`);

  test('the collection of error messages finds thrown errors, with expressions in braces', () => {
    expect(
      texts(`throw new RangeError(\`length: \${value} is too large. Expected at most \${max}.\`);`),
    ).toEqual(['RangeError: length: {value} is too large. Expected at most {max}.']);
  });

  test('the collection of error messages finds those of error classes, of objects and on standard error', () => {
    expect(
      texts(
        "class A extends Error { constructor() { super('No ' + 'key'); } }\nconst b = { message: c ? 'Yes it is' : 'No it is not' };\nconsole.error('Port taken');",
      ),
    ).toEqual(['super: No key', 'message: Yes it is / No it is not', 'stderr: Port taken']);
  });

  test('the collection of error messages adds what was expected and what to do, if these are separate', () => {
    expect(
      texts(
        "throw new InputError('No such file: ' + name, { expected: 'a file', help: 'Check the path.' });\nconst a = { message: 'The row is cut', help: 'Close it.' };",
      ),
    ).toEqual([
      'InputError: No such file: {name} · expected: a file · Check the path.',
      'message: The row is cut · Close it.',
    ]);
  });

  test('the collection of error messages finds sentences passed to a function, and what was expected anywhere', () => {
    expect(
      texts(
        'refuse(c, 400, "The host " + name + " is not allowed."); const problem = "Body: is missing. Expected JSON."; console.log("Done with it.");',
      ),
    ).toEqual(['refuse: The host {name} is not allowed.', 'text: Body: is missing. Expected JSON.']);
  });

  test('the collection of error messages finds the sentences of a catalogue, by their key', () => {
    const source =
      'export const en = { title: "Get a series", badPort: (port: string) => "Port " + port + " is taken." };';
    expect(collectErrorMessages('src/words/en/series.ts', source)).toEqual([
      { kind: 'badPort', text: 'Port {port} is taken.' },
    ]);
  });

  test('the collection of error messages skips texts that are not messages', () => {
    expect(texts("const title = 'A title'; new Map('no message'); new TypeError(reason);")).toEqual([]);
  });
});
