import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkMarkdown, type RuleName, readSource } from '../src/index.ts';

interface Case {
  source: string;
  good: string[];
  bad?: Partial<Record<RuleName, string[]>>;
}

const glossary = {
  terms: [
    { source: 'endpoint', target: ['point de terminaison'], forbidden: ['endpoint'] },
    { source: 'rate limit', target: ['limite de débit'], forbidden: ['limitation de vitesse'] },
  ],
};

test('each rule has a precision and a recall of at least 0.95 over the corpus', async () => {
  const cases = (await readSource(join(import.meta.dirname, 'corpus/fr.yaml'))).value as unknown as Case[]; // our own file
  const sums = new Map<string, { right: number; wrong: number; missed: number }>();
  const sum = (rule: string) => {
    const own = sums.get(rule) ?? { right: 0, wrong: 0, missed: 0 };
    sums.set(rule, own);
    return own;
  };
  const judge = (source: string, translation: string, wanted: string | undefined) => {
    const found = new Set(
      checkMarkdown(source, translation, { language: 'fr', glossary }).map(({ rule }) => rule),
    );
    for (const rule of found) if (rule !== wanted) sum(rule).wrong++;
    if (wanted) sum(wanted)[[...found].some((rule) => rule === wanted) ? 'right' : 'missed']++;
  };
  for (const { source, good, bad = {} } of cases) {
    for (const translation of good) judge(source, translation, undefined);
    for (const [rule, list] of Object.entries(bad))
      for (const translation of list) judge(source, translation, rule);
  }
  const table = [...sums].map(([rule, { right, wrong, missed }]) => ({
    rule,
    precision: right / (right + wrong || 1),
    recall: right / (right + missed || 1),
  }));
  console.table(table);
  for (const { rule, precision, recall } of table) {
    expect(precision, `precision of ${rule}`).toBeGreaterThanOrEqual(0.95);
    expect(recall, `recall of ${rule}`).toBeGreaterThanOrEqual(0.95);
  }
});
