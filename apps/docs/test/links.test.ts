import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).sort();
const pages = files.filter((file) => /^(en|fr)\/.*index\.html$/.test(file));
const markdown = files.filter((file) => /^(en|fr)\/.*\.md$/.test(file));
const read = (file: string) => readFileSync(join(dist, file), 'utf8');
const decode = (text: string) => decodeURIComponent(text.replaceAll('&amp;', '&'));
const idsOf = (file: string) => [...read(file).matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => decode(id));
const siteUrl = /^Sitemap: (.*)sitemap\.xml$/m.exec(read('robots.txt'))?.[1] ?? '';

/** The dead links of a page inside the site. */
function broken(file: string, links: readonly string[]): string[] {
  return links.filter((link) => {
    if (/^https?:/.test(link)) return false;
    const url = new URL(link.replaceAll('&amp;', '&'), `http://site/${file}`);
    const path = url.pathname.slice(1) + (url.pathname.endsWith('/') ? 'index.html' : '');
    if (!existsSync(join(dist, path))) return true;
    const id = decode(url.hash.slice(1));
    return id !== '' && path.endsWith('.html') && !idsOf(path).includes(id);
  });
}

test('every page exists in both languages, each with its Markdown', () => {
  expect(pages.length).toBeGreaterThan(8);
  expect(markdown).toEqual(pages.map((file) => file.replace('.html', '.md')));
});

test.each(pages)('every internal link and anchor of %s resolves', (file) => {
  const links = [...read(file).matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, link = '']) => link);
  expect(broken(file, links)).toEqual([]);
});

test.each(markdown)('every internal link of %s resolves', (file) => {
  const text = read(file).replace(/^```.*?^```$|`[^`\n]+`/gms, '');
  const links = [...text.matchAll(/\]\(([^)]*)\)/g)].map(([, link = '']) => link);
  expect(broken(file, links)).toEqual([]);
});

test.each(['llms.txt', 'sitemap.xml', 'index.html', 'en/index.html', 'fr/index.html'])(
  'every URL of the site in %s exists',
  (file) => {
    const own = [...read(file).matchAll(/https?:[^\s"<)]*/g)]
      .map(([address]) => address)
      .filter((address) => address.startsWith(siteUrl));
    const missing = own.filter(
      (address) => broken('index.html', [`./${address.slice(siteUrl.length)}`]).length,
    );
    expect(missing).toEqual([]);
  },
);

test('both languages have the same pages with the same anchors', () => {
  for (const file of pages.filter((name) => name.startsWith('en/')))
    expect(idsOf(file.replace('en/', 'fr/'))).toEqual(idsOf(file));
});

test('all external links use https and point to known hosts', () => {
  const hosts = pages
    .filter((file) => !file.includes('client-reference'))
    .flatMap((file) => [...read(file).matchAll(/<a\b[^>]* href="([a-z]+:[^"]*)"/g)])
    .map(([, address = '']) => new URL(address))
    .map(({ protocol, host }) => `${protocol}//${host}`);
  expect(new Set(hosts)).toEqual(
    new Set(['https://github.com', 'https://mswjs.io', 'https://spdx.org', 'https://www.braze.com']),
  );
});
