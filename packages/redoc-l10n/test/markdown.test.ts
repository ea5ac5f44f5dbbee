import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { readWords } from '../src/languages.ts';
import { renderMarkdown } from '../src/markdown/render.ts';

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
