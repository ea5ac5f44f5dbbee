import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { check, checkMarkdown, parseSource, type RuleName, readGlossary, ruleNames } from '../src/index.ts';
import { rules } from '../src/rules/index.ts';

const page = readFileSync(join(import.meta.dirname, '../docs/rules.md'), 'utf8');
const blocks = (text: string) =>
  [...text.matchAll(/^(`{3,})yaml\n([\s\S]*?)^\1$/gm)].map(([, , block = '']) => block);
const [suppression = '', contractText = ''] = blocks(page.split('\n## ')[0] ?? '');
const contract = parseSource(contractText, 'openapi.yaml');

const sections = new Map(
  page
    .split('\n## ')
    .slice(1)
    .map((section) => [section.slice(1, section.indexOf('`', 1)), section] as const),
);

/** A pair of texts, a source text, or the actions of an overlay. */
interface Example {
  source?: string;
  bad: string | object[];
  good: string | object[];
  glossary?: object;
}

/** The rules that report an error, or the given rule at all, in the bad or the good side of an example. */
function reported(name: RuleName, { source, glossary: terms }: Example, side: string | object[]): string[] {
  const glossary = terms && readGlossary(parseSource(JSON.stringify(terms), 'glossary.json'));
  if (typeof side !== 'string') {
    return check(contract, overlaySource(side))
      .filter(({ rule, pointer }) => rule !== 'missing' || (name === 'missing' && pointer === '/info/title'))
      .filter(({ rule, severity }) => severity === 'error' || rule === name)
      .filter(({ rule, severity }) => rule !== 'stale' || severity === 'error')
      .map(({ rule }) => rule);
  }
  if (source !== undefined) {
    return checkMarkdown(source, side, { language: 'fr', glossary }).map(({ rule }) => rule);
  }
  const document = { ...parse(contractText), info: { title: 'Pets', version: '1', description: side } };
  const rules = { missing: 'off', orphan: 'off' } as const;
  const described = parseSource(JSON.stringify(document), 'openapi.json');
  return check(described, overlaySource([{ target: '$.nothing' }]), { rules }).map(({ rule }) => rule);
}

const overlaySource = (actions: object[]) =>
  parseSource(
    JSON.stringify({
      overlay: '1.1.0',
      info: { title: 'fr', version: '1' },
      'x-l10n-language': 'fr',
      actions,
    }),
    'fr.json',
  );

test('the page of the rules has a section for each rule, in their order', () => {
  expect([...sections.keys()]).toEqual(ruleNames);
});

describe.each(ruleNames)('%s', (name) => {
  const section = sections.get(name) ?? '';
  const example = parse(blocks(section)[0] ?? '') as Example; // the page's own form, used below

  test('the bad example of the page is reported, and the good one is accepted', () => {
    expect(reported(name, example, example.bad)).toContain(name);
    expect(reported(name, example, example.good)).toEqual([]);
  });

  test('the page names the severity of the rule and how to fix a finding', () => {
    expect(section).toContain(`Severity: ${rules[name].severity}.`);
    expect(section).toContain('To fix it: ');
  });
});

test('the suppression at the top of the page is valid', () => {
  expect(reported('number', { bad: '', good: '' }, parse(suppression))).toEqual([]);
});
