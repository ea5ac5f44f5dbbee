import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { contractIn, firstOperation, languages } from '../../src/guides/contract.ts';

/** The visible text of Markdown or HTML, without markup and extra white space. */
const plain = (text: string | null | undefined): string =>
  (text ?? '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[`*]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

describe.each(languages)('the reference in %s shows what the contract says', (language) => {
  const html = readFileSync(new URL(`../../dist/${language}/index.html`, import.meta.url), 'utf8');
  const { document } = parseHTML(html);
  const contract = contractIn(language);
  const operation = firstOperation(contract);
  const id = `${operation.tags[0]}/${operation.id.toLowerCase()}`;
  const at = (anchor: string) => document.getElementById(anchor);
  const samples = (operation.node['x-codeSamples'] ?? []) as { label: string; source: string }[]; // as the contract's own tests check

  test('the reference shows every code sample, word for word', () => {
    const shown = [...document.querySelectorAll('[data-tabs="sample"] [data-panel]')].map((panel) => ({
      label: panel.getAttribute('data-panel'),
      source: panel.querySelector('pre')?.textContent.trimEnd(),
    }));
    expect(samples.length).toBeGreaterThan(3);
    expect(shown).toEqual(samples.map(({ label, source }) => ({ label, source: source.trimEnd() })));
  });

  test('the reference shows method, path, summary and description', () => {
    const article = at(id)?.closest('article');
    expect(article?.querySelector('.endpoint')?.textContent).toBe(`${operation.method} ${operation.path}`);
    expect(plain(at(id)?.textContent)).toBe(`${plain(operation.summary)} #`);
    for (const paragraph of (operation.description ?? '').trim().split('\n\n'))
      expect(plain(article?.textContent)).toContain(plain(paragraph));
  });

  test.each(operation.parameters.map((parameter) => [parameter.name, parameter] as const))(
    'the reference shows the parameter %s with description, bounds, default, values and examples',
    (name, parameter) => {
      const shown = plain(at(`${id}/${parameter.in}/${name}`)?.textContent);
      expect(shown.startsWith(name)).toBe(true);
      for (const paragraph of (parameter.description ?? '').trim().split('\n\n'))
        expect(shown).toContain(plain(paragraph));
      const schema = contract.resolve(parameter.schema);
      const codes = (selector: string) =>
        [...(at(`${id}/${parameter.in}/${name}`)?.querySelectorAll(selector) ?? [])].map(
          (code) => code.textContent,
        );
      const { default: byDefault, minimum, maximum, minLength, pattern, examples = [] } = schema;
      // In this order; the same value elsewhere, such as among the allowed ones, does not count.
      const facts = [byDefault, minimum, maximum, minLength, pattern].filter((fact) => fact !== undefined);
      const shownExamples = [...(examples as unknown[]), ...parameter.examples.map(({ value }) => value)]; // a list, by the contract's lint
      expect(codes('.facts code')).toEqual([...facts, ...new Set(shownExamples)].map(String));
      expect(codes('.values > li > code:first-child')).toEqual(
        ((schema.enum ?? []) as unknown[]).map(String),
      ); // as above
      expect(at(`${id}/${parameter.in}/${name}`)?.querySelector('.badge.required') !== null).toBe(
        parameter.required,
      );
    },
  );

  test.each(operation.responses.map((response) => [response.status, response] as const))(
    'the reference shows the response %s with description, headers, properties and examples',
    (status, response) => {
      const details = at(`${id}/responses/${status}`);
      const shown = plain(details?.textContent);
      for (const paragraph of (response.description ?? '').trim().split('\n\n'))
        expect(shown).toContain(plain(paragraph));
      for (const header of response.headers) {
        expect(shown).toContain(header.name);
        expect(shown).toContain(plain(header.description));
      }
      for (const { schema, examples } of response.content) {
        const { properties = {} } = contract.resolve(schema);
        for (const [name, property] of Object.entries(
          properties as Record<string, { description?: string }>,
        )) {
          expect(shown).toContain(name);
          expect(shown).toContain(plain(contract.resolve(property).description as string | undefined)); // a text, if it is there
        }
        const panel = document.querySelector(`[data-tabs="response"] [data-panel="${status}"]`);
        const bodies = [...(panel?.querySelectorAll('pre') ?? [])].map((pre) => JSON.parse(pre.textContent));
        expect(bodies).toEqual(examples.map(({ value }) => value));
      }
    },
  );

  test('the reference shows every server, in the list and in the selection of the sample', () => {
    const listed = [...document.querySelectorAll('.servers > li')].map((item) => plain(item.textContent));
    expect(listed).toEqual(contract.servers.map(({ url, description }) => `${url} ${description}`));
    const offered = [...document.querySelectorAll('.server option')].map((option) =>
      option.getAttribute('value'),
    );
    expect(offered).toEqual(contract.servers.map(({ url }) => url));
  });

  test('the reference shows every section of the prose, every security scheme, and the version', () => {
    const main = plain(document.querySelector('main')?.textContent);
    const { info } = contract.document.root as { info: { description: string; version: string } }; // checked by the contract's lint
    for (const line of info.description.split('\n').filter((text) => /^[A-ZÀ-Ý]/.test(text)))
      expect(main).toContain(plain(line));
    for (const scheme of contract.securitySchemes)
      for (const paragraph of (scheme.description ?? '').trim().split('\n\n'))
        expect(main).toContain(plain(paragraph));
    expect(main).toContain(info.version);
  });
});
