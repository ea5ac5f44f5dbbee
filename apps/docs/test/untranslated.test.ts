import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';

// What is the same in both languages: code, names of the wire and of products, and words that both languages share.
const shared = new Set([
  'session-series',
  'Session',
  'Sessions',
  'sessions',
  'Description',
  'Code',
  'message',
  'MIT',
  'UTC',
  'GET',
  'llms.txt',
  'TypeScript',
  'JavaScript',
  'Python',
  'cURL',
  'SessionsPoint',
  '(SessionsPoint)',
]);

describe.each(['', 'getting-started/'])('the page /fr/%s', (path) => {
  test('has no text, label, title or description that the English page has too', () => {
    const english = new Set(textsOf('en', path));
    const left = textsOf('fr', path).filter(
      (text) => english.has(text) && !shared.has(text) && isProse(text),
    );
    expect(left).toEqual([]);
  });
});

function textsOf(language: string, path: string): string[] {
  const html = readFileSync(new URL(`../dist/${language}/${path}index.html`, import.meta.url), 'utf8');
  const { document } = parseHTML(html);
  const texts: string[] = [];
  for (const element of document.querySelectorAll('*')) {
    if (element.closest('code, pre, script, [lang="en"], [lang="fr"]:not(html), .schema-name')) continue;
    for (const name of ['aria-label', 'title', 'alt', 'placeholder', 'content'])
      if (element.getAttribute(name)) texts.push(element.getAttribute(name) ?? '');
    for (const node of element.childNodes)
      if (node.nodeType === 3) texts.push((node.textContent ?? '').trim());
  }
  return texts;
}

/** Whether a text has a word in it, other than names of the wire, addresses and values. */
const isProse = (text: string) =>
  /[A-Za-zÀ-ÿ]{3}/.test(text) &&
  !/^(https?:|\/|width=|default-src|light dark|website|[a-z]+_[a-z_]+|.*[={}].*|\d)/.test(text) &&
  !/^[a-zA-Z-]*[_[\].-][\w[\].​-]*$/.test(text);
