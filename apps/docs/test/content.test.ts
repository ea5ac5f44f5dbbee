import { expect, test } from 'vitest';
import { readContract } from '../src/content/contract.ts';
import { headingsOf } from '../src/content/headings.ts';
import { fillIn } from '../src/content/placeholders.ts';
import { findEntries } from '../src/content/search.ts';
import { shareAnchors } from '../src/redoc/anchors.ts';

const entries = [
  { title: 'Obtenir une série', page: 'Référence', url: '#a', text: 'Le nombre de sessions' },
  { title: 'Dates, heures et décalages', page: 'Référence', url: '#b', text: 'Une série se termine…' },
];

test('a search without accents finds accented words, titles first', () => {
  expect(findEntries(entries, 'serie').map(({ url }) => url)).toEqual(['#a', '#b']);
  expect(findEntries(entries, 'DECALAGE')).toHaveLength(1);
  expect(findEntries(entries, '  ')).toEqual([]);
});

test('a translated page takes the anchors of the original', () => {
  const html = '<h2 id="section/limite">L</h2><a href="/section/limite">x</a><a href="/">y</a>';
  expect(shareAnchors(html, ['section/limit'])).toBe(
    '<h2 id="section/limit">L</h2><a href="#section/limit">x</a><a href="#top">y</a>',
  );
  expect(() => shareAnchors(html, [])).toThrow('their parts differ');
});

test('facts in a guide come from the contract, and a wrong name stops the build', () => {
  const contract = readContract('en');
  expect(fillIn('%{language} %{path} %{/info/version}', 'en', contract, 'x.md')).toBe(
    `en /sessions/data_series ${contract.info.version}`,
  );
  expect(() => fillIn('%{/info/nothing}', 'en', contract, 'x.md')).toThrow('x.md: %{/info/nothing}');
});

test('a heading in the table of contents goes without the mark that links to it', () => {
  const html =
    '<h2 id="limit"><a class="deep-link" href="#limit"><span aria-hidden="true">#</span></a>Rate limit</h2>';
  expect(headingsOf(html)).toEqual([{ id: 'limit', text: 'Rate limit', level: 2 }]);
});
