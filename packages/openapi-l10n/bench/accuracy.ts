/**
 * How well the rules judge pairs that none of them was tuned on (`held-aside/pairs.yaml`): the share of broken pairs that
 * are reported by the right rule, and the errors reported for pairs that are right. Prints the table of the README.
 *
 *     node bench/accuracy.ts [--misses]
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { checkMarkdown } from '../src/index.ts';
import { KINDS, type Kind, RULE } from './kinds.ts';

type Translation = string | { text: string; unit: [string, string] };

const held = parse(readFileSync(join(import.meta.dirname, 'held-aside/pairs.yaml'), 'utf8')) as {
  sources: string[];
} & Record<string, Translation[]>; // our own file

const showMisses = process.argv.includes('--misses');

const SENTENCE = /(?<=[.。])\s*(?=[\p{L}\p{N}`])(?!\p{Ll}|г\.|\d{4})/u;

/** Every fault that can be made in a translation. */
function* broken(source: string, own: Translation): Generator<[Kind, string]> {
  const text = typeof own === 'string' ? own : own.text;
  const parts = text.split(/(`[^`]*`|\]\([^)]*\))/);
  for (const [index, part] of parts.entries()) {
    const replaced = (changed: string) => parts.toSpliced(index, 1, changed).join('');
    if (part.startsWith('`')) yield ['code span', replaced(part.replace(/\p{L}{2}|\d{2}/u, 'xé'))];
    else if (part.startsWith('](')) yield ['link', replaced(part.replace(/(\w)(?=\w*\)$)/, 'q$1'))];
    else
      for (const { 0: digits, index: at } of part.matchAll(/\d+/g))
        yield [
          'number',
          replaced(`${part.slice(0, at)}${Number(digits) + 6}${part.slice(at + digits.length)}`),
        ];
  }
  if (typeof own !== 'string') yield ['unit', text.replace(...own.unit)];
  yield ['whole text', source];
  const [ours, theirs] = [source.split(SENTENCE), text.split(SENTENCE)];
  if (ours.length === 2 && theirs.length === 2) yield ['one sentence', `${theirs[0]} ${ours[1]}`];
}

const rows = Object.entries(held).flatMap(([language, translations]) => {
  if (language === 'sources') return [];
  const found = new Map<Kind, { hit: number; all: number }>(KINDS.map((kind) => [kind, { hit: 0, all: 0 }]));
  let [right, wrong] = [0, 0];
  for (const [index, own] of translations.entries()) {
    const source = held.sources[index] ?? '';
    const text = typeof own === 'string' ? own : own.text;
    right++;
    const alarms = checkMarkdown(source, text, { language }).filter(({ severity }) => severity === 'error');
    if (alarms.length > 0) wrong++;
    if (showMisses)
      for (const { rule, message } of alarms) console.log(`FALSE ${language} ${rule}: ${message} in ${text}`);
    for (const [kind, changed] of broken(source, own)) {
      const score = found.get(kind);
      if (!score) continue;
      score.all++;
      const hit = checkMarkdown(source, changed, { language }).some(({ rule }) => rule === RULE[kind]);
      if (hit) score.hit++;
      else if (showMisses) console.log(`MISSED ${language} ${kind}: ${changed}`);
    }
  }
  return [{ language, found, right, wrong }];
});

const cell = ({ hit, all }: { hit: number; all: number }) => `${hit}/${all}`;
console.log(`| language | ${KINDS.join(' | ')} | right pairs with an error |`);
console.log(`| --- | ${KINDS.map(() => '---').join(' | ')} | --- |`);
for (const { language, found, right, wrong } of rows)
  console.log(`| ${language} | ${[...found.values()].map(cell).join(' | ')} | ${wrong}/${right} |`);
