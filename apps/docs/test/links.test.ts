import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /^(en|fr)\/.*index\.html$/.test(file),
);
const read = (file: string) => readFileSync(join(dist, file), 'utf8');
const decode = (text: string) => decodeURIComponent(text.replaceAll('&amp;', '&'));

test.each(pages)('every internal link and anchor of %s resolves', (file) => {
  const broken = [...read(file).matchAll(/ (?:href|src)="([^"]*)"/g)].flatMap(([, link = '']) => {
    if (/^https?:/.test(link)) return [];
    const url = new URL(link.replaceAll('&amp;', '&'), `http://site/${file}`);
    const path = url.pathname.slice(1) + (url.pathname.endsWith('/') ? 'index.html' : '');
    if (!existsSync(join(dist, path))) return [link];
    const id = decode(url.hash.slice(1));
    const ids = path.endsWith('.html')
      ? [...read(path).matchAll(/ id="([^"]*)"/g)].map(([, found]) => decode(found ?? ''))
      : [];
    return id && !ids.includes(id) ? [link] : [];
  });
  expect(broken).toEqual([]);
});

test('both languages have the same pages with the same anchors', () => {
  const anchors = (file: string) => [...read(file).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  for (const file of pages.filter((name) => name.startsWith('en/')))
    expect(anchors(file.replace('en/', 'fr/'))).toEqual(anchors(file));
});
