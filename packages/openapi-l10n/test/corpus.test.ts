import { expect, test } from 'vitest';
import { originals, overlays, pairs, type Trial } from './corpus.ts';
import { mutations } from './mutation.ts';

interface Score {
  right: number;
  wrong: number;
  missed: number;
}

/** For each rule, the expected findings that it reported, and the unexpected ones. */
function scores(trials: readonly Trial[]): { table: Map<string, Score>; faults: string[] } {
  const table = new Map<string, Score>();
  const faults: string[] = [];
  const score = (rule: string) => {
    const own = table.get(rule) ?? { right: 0, wrong: 0, missed: 0 };
    table.set(rule, own);
    return own;
  };
  for (const { name, wanted, findings } of trials) {
    const found = new Map(findings().map((finding) => [finding.rule, finding.message]));
    if (wanted) score(wanted)[found.has(wanted) ? 'right' : 'missed']++;
    if (wanted && !found.has(wanted)) faults.push(`MISSED ${wanted}: ${name}`);
    for (const [rule, message] of found) {
      if (rule === wanted) continue;
      score(rule).wrong++;
      faults.push(`FALSE ${rule}: ${message} in ${name}`);
    }
  }
  return { table, faults };
}

test.each([
  ['pairs of texts', pairs, 550],
  ['texts of the source language', originals, 45],
  ['whole overlays', overlays, 20],
  ['right pairs in which one thing is broken', mutations, 350],
])('each rule has a precision and a recall of at least 0.95 in %s', async (name, trials, least) => {
  const all = await trials();
  expect(all.length).toBeGreaterThanOrEqual(least);
  const { table, faults } = scores(all);
  const rows = [...table].map(([rule, { right, wrong, missed }]) => ({
    rule,
    cases: right + missed,
    precision: Number((right / (right + wrong || 1)).toFixed(3)),
    recall: Number((right / (right + missed || 1)).toFixed(3)),
  }));
  console.log(`${name}: ${all.length} cases, ${all.filter(({ wanted }) => !wanted).length} of them right`);
  console.table(rows);
  if (faults.length > 0) console.log(faults.join('\n'));
  for (const { rule, precision, recall } of rows) {
    expect(precision, `precision of ${rule}`).toBeGreaterThanOrEqual(0.95);
    expect(recall, `recall of ${rule}`).toBeGreaterThanOrEqual(0.95);
  }
});
