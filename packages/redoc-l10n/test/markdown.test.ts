import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { readWords } from '../src/languages.ts';
import { plainText, renderMarkdown } from '../src/markdown/render.ts';
import { excerpt } from '../src/search/find.ts';

const render = async (markdown: string, language: string) => {
  const words = await readWords(language, undefined, () => {});
  return parseHTML(`<main>${renderMarkdown(markdown, { words, link: (href) => href })}</main>`).document;
};

test('the hyphens of an option stay on one line with its name, in text and in blocks of code', async () => {
  const document = await render('Use `run --port 1`.\n\n```sh\nrun --port 1 -h\n```\n\n`a-b`', 'en');
  const kept = [...document.querySelectorAll('.option')].map((one) => one.textContent);
  expect(kept).toEqual(['--port', '--port', '-h']);
  expect(document.querySelector('pre')?.textContent).toBe('run --port 1 -h');
});

test('table cells after the second have the name of their column, for narrow windows', async () => {
  const table = '| option | meaning | default |\n| --- | --- | --- |\n| a | b | `1` |\n| c | d | |';
  const labels = async (language: string) =>
    [...(await render(table, language)).querySelectorAll('td')].map((cell) =>
      cell.getAttribute('data-label'),
    );
  expect(await labels('en')).toEqual([null, null, 'default:', null, null, null]);
  expect(await labels('fr')).toEqual([null, null, 'default\u00a0:', null, null, null]);
});

test('narrow windows leave out the cells of a table that are empty or only a dash', async () => {
  const table =
    '| - | meaning | default |\n| --- | --: | --- |\n| - | - | |\n| a | – | `-` |\n| b | -1 | — |';
  const cells = [...(await render(table, 'en')).querySelectorAll('th, td')];
  const leftOut = cells.filter((cell) => cell.classList.contains('none')).map((cell) => cell.textContent);
  expect(leftOut).toEqual(['-', '', '–', '—']);
  const labelled = cells.filter((cell) => cell.hasAttribute('data-label')).map((cell) => cell.textContent);
  expect(labelled).toEqual(['-']);
});

test('plain text keeps the spacing around code and links, and separates blocks', () => {
  expect(plainText('Until `retryAfter`, see [limits](a.md).\n\n- *one*\n- two\n\n```sh\nrun\n```')).toBe(
    'Until retryAfter, see limits. one two run',
  );
});

test('plain text separates the cells and the rows of a table, and leaves out empty cells', () => {
  const table =
    '| name | type | meaning |\n| --- | --- | --- |\n| `a` | `x \\| undefined` | An *id*. |\n| `b` | - | |\n| c | | **d** |';
  expect(plainText(table)).toBe('name · type · meaning; a · x | undefined · An id. b; c · d;');
});

test('a search result shows its match from the beginning of a word, also in a script without spaces', () => {
  const text = 'The series is counted in days, and every limit is in the contract of the service.';
  expect(excerpt(text, 'limit')).toBe(
    '…is counted in days, and every limit is in the contract of the service.',
  );
  expect(excerpt(text, 'series')).toBe(text.slice(0, 'The series'.length + 60));
  expect(excerpt(`${'あ'.repeat(500)}制限`, '制限')).toBe(`…${'あ'.repeat(60)}制限`);
  expect(excerpt(text, 'missing')).toBe('');
});
