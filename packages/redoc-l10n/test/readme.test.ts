import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { build } from '../src/build/build.ts';
import { OPERATIONS_PER_PAGE } from '../src/build/prepare.ts';
import { main } from '../src/cli/main.ts';
import { type SiteConfig, settingNames } from '../src/config.ts';
import { knownLanguages } from '../src/languages.ts';
import { scratch } from './scratch.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const block = (language: string): string =>
  new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 's').exec(readme)?.[1] ?? '';

const description = {
  openapi: '3.1.0',
  info: { title: 'Harbour', version: '1.0.0' },
  paths: {
    '/berths': { get: { summary: 'List berths', responses: { 200: { description: 'The berths.' } } } },
  },
};
const overlay = (language: string) => ({
  overlay: '1.1.0',
  info: { title: 'T', version: '1' },
  'x-l10n-language': language,
  actions: [{ target: '$.paths["/berths"].get', update: { summary: `List (${language})` } }],
});

/** A folder with what the README names. */
function project() {
  const folder = scratch();
  folder.write('openapi.yaml', description);
  for (const language of ['fr', 'de']) folder.write(`${language}.overlay.yaml`, overlay(language));
  mkdirSync(folder.at('guides/en'), { recursive: true });
  writeFileSync(folder.at('guides/en/1-start.md'), '# Start\n\nText.');
  return folder;
}

test('the command of the README builds a site in the languages of its overlays', async () => {
  using folder = project();
  const words = block('sh').trim().split(' ').slice(2);
  const args = words.map((word) => (/\.yaml$|^site$/.test(word) ? folder.at(word) : word));
  let [text, errors] = ['', ''];
  const io = {
    out: (more: string) => {
      text += more;
    },
    err: (more: string) => {
      errors += more;
    },
    isTerminal: false,
  };
  expect([await main(args, io), errors]).toEqual([0, '']);
  expect(text).toContain('in en, fr, de');
  expect(readFileSync(folder.at('site/de/index.html'), 'utf8')).toContain('List (de)');
});

test('the configuration of the README builds a site with guide, title, link, footer and key variable', async () => {
  using folder = project();
  const object = block('js')
    .replace(/^import.*\n/, '')
    .replace('export default defineConfig(', '(');
  const config: SiteConfig = new Function(`return ${object.trim().replace(/;$/, '')}`)();
  const at = (path: string) => folder.at(path);
  const absolute: SiteConfig = {
    ...config,
    description: at(config.description),
    overlays: [at('fr.overlay.yaml')],
    out: at('site'),
    guides: at('guides'),
  };
  await build(absolute);
  const page = readFileSync(at('site/fr/index.html'), 'utf8');
  for (const text of [
    'API du port',
    'https://status.example.com',
    'Un service de <strong>Harbour Ltd.</strong>',
    'HARBOUR_API_KEY',
  ])
    expect(page).toContain(text);
  expect(readdirSync(at('site/en'))).toContain('start');
});

test('the README lists every setting, the default number of operations, and every language', () => {
  const rows = [...readme.matchAll(/^\| (`[^|]*?`) +\|/gm)].flatMap(([, cell = '']) => cell.split(', '));
  expect(rows.map((name) => name.replaceAll('`', '')).sort()).toEqual([...settingNames].sort());
  expect(readme).toMatch(new RegExp(`operationsPerPage.*\`${OPERATIONS_PER_PAGE}\``));
  expect(knownLanguages()).toHaveLength(8);
});

test('a built page can be read without scripts, requests nothing from other sites, and has a policy that forbids it', async () => {
  using folder = project();
  await build({ description: folder.at('openapi.yaml'), out: folder.at('site') });
  const page = readFileSync(folder.at('site/en/index.html'), 'utf8');
  expect(page).toMatch(/Content-Security-Policy" content="default-src 'none';/);
  expect(page.replace(/<script.*?<\/script>/gs, '')).toContain('List berths');
  expect([...page.matchAll(/(?:src|href)="(https?:[^"]*)"/g)]).toEqual([]);
  expect(readFileSync(folder.at('site/llms.txt'), 'utf8')).toContain('downloads/openapi.en.json');
  expect(readFileSync(folder.at('site/llms-full.txt'), 'utf8')).toContain('GET /berths');
});
