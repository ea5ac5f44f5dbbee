import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { contractIn, firstOperation, languages } from '../../src/guides/contract.ts';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const read = (file: string) => readFileSync(dist + file, 'utf8');
const markdown = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /^(en|fr)\/.*\.md$/.test(file),
);
/** A text with colons as in English. */
const colon = (text: string) => text.replaceAll('\u00a0:', ':');
const flat = (text: string | undefined) => (text ?? '').trim().replace(/\s+/g, ' ');

describe.each(languages)('the Markdown of the reference in %s', (language) => {
  const text = read(`${language}/index.md`);
  const lines = text.split('\n');
  const contract = contractIn(language);
  const operation = firstOperation(contract);

  test('the Markdown of the reference begins with the operation, and has every server', () => {
    const title = text.indexOf(`\n\`${operation.method} ${operation.path}\`\n`);
    expect(title).toBeGreaterThan(0);
    for (const { url, description } of contract.servers) {
      const at = lines.findIndex((line) => colon(line) === `- \`${url}\`: ${description}`);
      expect(at, url).toBeGreaterThan(0);
      expect(text.indexOf(url, title)).toBeGreaterThan(title);
    }
  });

  test.each(operation.parameters.map((one) => [one.name, one] as const))(
    'the Markdown of the reference has type, bounds, values, example and description of %s',
    (name, { schema: node, required, description, examples }) => {
      const line = lines.find((one) => one.startsWith(`- \`${name}\` (`)) ?? '';
      const [, facts = '', about] = /^- `\w+` \((.*)\): (.*)$/.exec(colon(line)) ?? [];
      const schema = contract.resolve(node);
      const values = [
        ...[schema.default, schema.minimum, schema.maximum, schema.minLength, schema.pattern],
        ...((schema.enum ?? []) as unknown[]), // a list, by the contract's lint
        ...examples.map(({ value }) => value),
      ].filter((value) => value !== undefined);
      expect(values.length).toBeGreaterThan(0);
      for (const value of values) expect(facts).toContain(`\`${value}\``);
      expect(facts.split(' · ')[0]).toMatch(/^\p{L}+$/u);
      expect(/ · (?:required|obligatoire)(?: ·|$)/.test(facts)).toBe(required);
      expect(about).toBe(colon(flat(description)));
    },
  );

  test.each(operation.responses.map((one) => [one.status, one] as const))(
    'the Markdown of the reference has description, headers, schema and examples of the response %s',
    (status, { description, headers, content }) => {
      const [, after = ''] = text.split(`\n#### ${status}\n`);
      const [section = ''] = after.split(/^#{2,4} /m);
      expect(flat(section)).toContain(flat(description));
      for (const header of headers)
        expect(flat(section)).toMatch(new RegExp(`- \`${header.name}\` \\(\\p{L}+ · .*?\\).?: \\p{L}`, 'u'));
      for (const { mediaType, schema, examples } of content) {
        expect(colon(section)).toContain(`\`${mediaType}\`: `);
        for (const name of Object.keys(contract.resolve(schema).properties ?? {}))
          expect(section).toContain(`\n- \`${name}\` (`);
        for (const { value } of examples)
          expect(section).toContain(`\n\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``);
      }
    },
  );

  test('the Markdown of the reference has every code sample', () => {
    const samples = operation.node['x-codeSamples'] as { label: string; source: string }[]; // as the contract's own tests check
    expect(samples.length).toBeGreaterThan(3);
    for (const { label, source } of samples) {
      const [, after = ''] = text.split(`\n#### ${label}\n`);
      const code = after.replace(/^\s*```\w+\n/, '');
      expect(code.startsWith(`${source.trimEnd()}\n\`\`\``), label).toBe(true);
    }
  });
});

test('llms.txt names the OpenAPI files, and every page once, with a unique title', () => {
  const text = read('llms.txt');
  const siteUrl = /^Sitemap: (.*)sitemap\.xml$/m.exec(read('robots.txt'))?.[1] ?? '';
  const listed = [...text.matchAll(/^- \[(.*?)\]\((.*?)\)/gm)].map(([, title = '', url = '']) => ({
    title,
    file: url.replace(siteUrl, ''),
  }));
  for (const language of languages)
    for (const kind of ['json', 'yaml'])
      expect(listed.map(({ file }) => file)).toContain(`downloads/openapi.${language}.${kind}`);
  for (const { file } of listed) expect(existsSync(dist + file), file).toBe(true);
  const pages = listed.filter(({ file }) => !file.startsWith('downloads/'));
  expect(pages.map(({ file }) => file).sort()).toEqual(markdown.toSorted());
  for (const language of languages) {
    const titles = pages.filter(({ file }) => file.startsWith(`${language}/`)).map(({ title }) => title);
    expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([]);
  }
});

test('llms-full.txt contains every page completely', () => {
  const all = read('llms-full.txt');
  expect(markdown.filter((file) => !all.includes(read(file)))).toEqual([]);
  expect(all.length).toBe(markdown.reduce((sum, file) => sum + read(file).length, 0));
});
