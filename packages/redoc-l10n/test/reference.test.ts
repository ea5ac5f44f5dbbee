import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseHTML } from 'linkedom';
import { type Contract, type Operation, readContract } from 'openapi-mock-engine/model';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../src/build/build.ts';
import { readDescriptions } from '../src/description/read.ts';
import { scratch } from './scratch.ts';

const growth = (name: string) => fileURLToPath(import.meta.resolve(`growth-contract/${name}`));
const description = growth('growth.openapi.yaml');
const overlay = growth('growth.fr.overlay.yaml');
const [english, french] = await readDescriptions(description, 'en', [{ file: overlay }]);
const contracts = { en: readContract(english.document), fr: readContract(french?.document) };

/** What a reader sees of Markdown or HTML, without marks and without regard to white space. */
const plain = (text: unknown): string =>
  String(text ?? '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[`*]/g, '')
    .replace(/\s+/g, '');

describe.each([
  ['on one page', 1000],
  ['on pages for each tag', 3],
])('the reference of a contract of all shapes, %s,', (_, operationsPerPage) => {
  const folder = scratch();
  const articles = new Map<string, Map<string, Element>>();
  /** The Markdown of all pages, by language. */
  const markdown = new Map<string, string>();
  beforeAll(async () => {
    await build({ description, overlays: [overlay], out: folder.at('site'), operationsPerPage });
    for (const language of ['en', 'fr']) {
      const found = new Map<string, Element>();
      articles.set(language, found);
      for (const name of readdirSync(folder.at(`site/${language}`), { recursive: true, encoding: 'utf8' })) {
        const text = () => readFileSync(folder.at(`site/${language}/${name}`), 'utf8');
        if (name.endsWith('.md')) markdown.set(language, `${markdown.get(language) ?? ''}${text()}\n## \n`);
        if (!name.endsWith('.html')) continue;
        const { document } = parseHTML(text());
        for (const article of document.querySelectorAll('article.operation'))
          found.set(article.querySelector('.endpoint')?.textContent ?? '', article);
      }
    }
  });
  afterAll(() => folder[Symbol.dispose]());

  const all = [...contracts.en.operations, ...contracts.en.webhooks].map(
    (one) => [`${one.method} ${one.path}`, one.pointer] as const,
  );

  test('the reference of a contract has every operation and webhook once, in each language', () => {
    for (const language of ['en', 'fr'] as const)
      expect([...(articles.get(language)?.keys() ?? [])].sort()).toEqual(all.map(([name]) => name).sort());
  });

  describe.each(['en', 'fr'] as const)('in %s', (language) => {
    const contract = contracts[language];
    const byPointer = new Map(
      [...contract.operations, ...contract.webhooks].map((one) => [one.pointer, one]),
    );

    test.each(all)(
      'the reference shows the texts, parameters, bodies and responses of %s',
      (name, pointer) => {
        const operation = byPointer.get(pointer) as Operation; // both languages have the same operations
        const article = articles.get(language)?.get(name);
        const shown = plain(article?.textContent);
        const codes = new Set([...(article?.querySelectorAll('code') ?? [])].map((code) => code.textContent));
        for (const text of textsOf(operation)) expect(shown).toContain(plain(text));
        for (const parameter of operation.parameters) {
          expect(codes).toContain(parameter.name);
          for (const fact of factsOf(contract, parameter.schema)) expect(codes).toContain(fact);
        }
        for (const { status, content, headers } of operation.responses) {
          expect(codes).toContain(status);
          for (const header of headers) expect(codes).toContain(header.name);
          for (const media of content) expect(codes).toContain(media.mediaType);
        }
        for (const { schema } of operation.requestBody?.content ?? [])
          for (const property of Object.keys(contract.resolve(schema).properties ?? {}))
            expect(codes).toContain(property);
        const blocks = [...(article?.querySelectorAll('pre') ?? [])].map((pre) => pre.textContent);
        for (const { content } of operation.responses)
          for (const { node } of content)
            for (const example of Object.values(node.examples ?? {})) {
              const { value } = contract.resolve(example);
              expect(blocks).toContain(typeof value === 'string' ? value : JSON.stringify(value, null, 2));
            }
      },
    );

    test.each(all)('the Markdown of the reference says the same about %s', (name, pointer) => {
      const operation = byPointer.get(pointer) as Operation; // both languages have the same operations
      const sections = markdown.get(language)?.split(/^(?=## )/m) ?? [];
      const section = sections.find((one) => one.includes(`\n\`${name}\`\n`)) ?? '';
      const shown = plain(section);
      for (const text of textsOf(operation)) expect(shown).toContain(plain(text));
      for (const { name: parameter, schema } of operation.parameters) {
        const item = section.split('\n').find((line) => line.startsWith(`- \`${parameter}\` `)) ?? '';
        for (const fact of factsOf(contract, schema)) expect(item).toContain(`\`${fact}\``);
      }
      for (const { status, content, headers } of operation.responses) {
        expect(section).toContain(`\n#### ${status}\n`);
        for (const header of headers) expect(section).toContain(`\n- \`${header.name}\` `);
        for (const media of content) expect(section).toContain(`\`${media.mediaType}\``);
        for (const { node } of content)
          for (const example of Object.values(node.examples ?? {})) {
            const { value } = contract.resolve(example);
            expect(section).toContain(typeof value === 'string' ? value : JSON.stringify(value, null, 2));
          }
      }
      for (const { schema } of operation.requestBody?.content ?? [])
        for (const property of Object.keys(contract.resolve(schema).properties ?? {}))
          expect(section).toContain(`- \`${property}\` (`);
    });
  });
});

/** Every paragraph that the contract says about an operation. */
function textsOf(operation: Operation): string[] {
  const bodies = [...operation.responses, ...(operation.requestBody ? [operation.requestBody] : [])];
  return [
    operation.summary,
    operation.description,
    ...operation.parameters.map(({ description: text }) => text),
    ...bodies.map(({ description: text }) => text),
    ...operation.responses.flatMap(({ headers }) => headers.map(({ description: text }) => text)),
  ].flatMap((text) => text?.trim().split(/\n\s*\n/) ?? []);
}

/** The bounds, defaults and values of a schema, as they are shown. */
function factsOf(contract: Contract, schema: Operation['parameters'][number]['schema']): string[] {
  const resolved = contract.resolve(schema);
  const names = [
    'default',
    'minimum',
    'maximum',
    'minLength',
    'maxLength',
    'minItems',
    'maxItems',
    'pattern',
  ];
  const values = Array.isArray(resolved.enum) ? resolved.enum : [];
  return [...names.map((name) => resolved[name]), ...values]
    .filter((value) => value !== undefined)
    .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));
}

test('a translated description produces the same pages as an overlay', async () => {
  using folder = scratch();
  const translated = folder.write('growth.fr.json', french?.document);
  const page = async (file: string, out: string) => {
    await build({ description, overlays: [file], out: folder.at(out) });
    return readFileSync(folder.at(`${out}/fr/bookings/index.html`), 'utf8');
  };
  expect(await page(translated, 'a')).toBe(await page(overlay, 'b'));
});
