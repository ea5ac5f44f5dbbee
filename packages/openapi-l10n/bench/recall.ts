/**
 * How many faults are found in pairs of files that somebody else wrote: one thing of a pair is broken, and the rule must
 * report an error that it does not report for the pair as it is.
 *
 *     node bench/recall.ts <folder> [--language ja] [--each 40] [--misses]
 *
 * The folder is one of `bench/wild.ts`. Prints the share of found faults by language and kind.
 */
import { parseArgs } from 'node:util';
import { checkMarkdown } from '../src/index.ts';
import { languageOf } from '../src/languages/index.ts';
import { factsOf } from '../src/markdown/facts.ts';
import { parseMarkdown } from '../src/markdown/parse.ts';
import { KINDS, type Kind, RULE } from './kinds.ts';
import { pairsIn, paragraphsOf, type TextPair } from './pairs.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { language: { type: 'string' }, each: { type: 'string' }, misses: { type: 'boolean' } },
});
const most = Number(values.each ?? 40);
const scores = new Map<string, Record<Kind, { hit: number; warned: number; all: number }>>();

/** Breaks one thing of a translation; every text gives at most one fault of each kind. */
function* broken({ source, translation, language }: TextPair): Generator<[Kind, string]> {
  const facts = factsOf(parseMarkdown(translation));
  const replaced = (offset: number, length: number, text: string) =>
    translation.slice(0, offset) + text + translation.slice(offset + length);
  const [span] = facts.codeSpans.filter(
    ({ value, offset }) => /^[\w.-]{3,}$/.test(value) && translation[offset] === '`',
  );
  if (span) yield ['code span', replaced(span.offset, span.length, `\`${renamed(span.value)}\``)];
  const link = facts.links.find(
    ({ kind, value }) => kind === 'link' && /^(?:https?:\/\/|\/)\S+$/.test(value),
  );
  if (link) {
    const at = translation.indexOf(link.value, link.offset);
    if (at >= 0) yield ['link', replaced(at, link.value.length, link.value.replace(/\/?(?=[?#]|$)/, '-x'))];
  }
  for (const block of facts.blocks.filter(({ kind }) => kind !== 'label')) {
    const figure = /(?<![\p{Script=Latin}\d._/:#@-])\d{2,}(?![\p{Script=Latin}\d._/:-])/u.exec(block.text);
    if (!figure) continue;
    const at = block.offsets[figure.index] ?? 0;
    if (translation.slice(at, at + figure[0].length) !== figure[0]) continue;
    yield ['number', replaced(at, figure[0].length, String(Number(figure[0]) + 7))];
    break;
  }
  const units = languageOf(language).units;
  for (const block of facts.blocks) {
    const counted = [...units].flatMap(([word, unit]) => {
      const at = new RegExp(`\\d\\s?${word}(?![\\p{Script=Latin}\\p{Script=Cyrillic}])`, 'u').exec(
        block.text,
      );
      const other = OTHER[unit];
      const [instead] = [...units].find(([name, own]) => own === other && name.length > 1) ?? [];
      return at && instead && word.length > 1
        ? [{ start: at.index + at[0].length - word.length, word, instead }]
        : [];
    });
    const [unit] = counted.toSorted((a, b) => b.word.length - a.word.length);
    const at = unit && block.offsets[unit.start];
    if (!unit || at === undefined || translation.slice(at, at + unit.word.length) !== unit.word) continue;
    yield ['unit', replaced(at, unit.word.length, unit.instead)];
    break;
  }
  const [ours, theirs] = [source, translation].map((text) =>
    text.includes('\n') ? [] : text.split(/(?<=[.。؟])\s*(?=[\p{L}\p{N}`])(?!\p{Ll})/u),
  ) as [string[], string[]]; // two values in, two values out
  const isProse = (text: string) =>
    !/^(?:import |\[[^\]]+\]:|[*[<])/.test(text) &&
    (text.replaceAll(/`[^`]*`/g, '').match(/\p{Ll}{2,}/gu) ?? []).length >= 4;
  if (!source.includes('\n') && isProse(source) && source !== translation) yield ['whole text', source];
  if (ours.length > 1 && ours.length === theirs.length && isProse(ours.at(-1) ?? ''))
    yield ['one sentence', [...theirs.slice(0, -1), ours.at(-1)].join(' ')];
}

const OTHER: Readonly<Record<string, string>> = {
  second: 'minute',
  minute: 'hour',
  hour: 'day',
  day: 'hour',
  month: 'day',
  year: 'month',
  week: 'month',
  millisecond: 'minute',
  megabyte: 'gigabyte',
  gigabyte: 'megabyte',
  kilobyte: 'megabyte',
};

const renamed = (name: string) =>
  /^[a-z]+$/.test(name)
    ? `${name.slice(0, -1)}o${name.at(-1)}`
    : name.replace(/[A-Za-z](?=[^A-Za-z]*$)/, 'xo');

for (const pair of [...pairsIn(positionals[0] ?? '.', values.language)].flatMap((own) =>
  own.isPage ? paragraphsOf(own) : [own],
)) {
  const { source, translation, language } = pair;
  const own =
    scores.get(language) ??
    (Object.fromEntries(KINDS.map((kind) => [kind, { hit: 0, warned: 0, all: 0 }])) as Record<
      Kind,
      { hit: number; warned: number; all: number }
    >); // all kinds
  scores.set(language, own);
  const before = checkMarkdown(source, translation, { language }).filter(
    ({ severity }) => severity === 'error',
  );
  if (before.length > 0) continue;
  for (const [kind, text] of broken(pair)) {
    if (own[kind].all >= most || text === translation) continue;
    own[kind].all++;
    const found = checkMarkdown(source, text, { language }).filter(({ rule }) => rule === RULE[kind]);
    if (found.some(({ severity }) => severity === 'error')) own[kind].hit++;
    else if (found.length > 0) own[kind].warned++;
    if (values.misses && !found.some(({ severity }) => severity === 'error'))
      console.log(
        `${found.length > 0 ? 'WARNED' : 'MISSED'} ${language} ${kind} ${pair.file}\n  < ${source.slice(0, 300).replaceAll('\n', '⏎')}\n  > ${text.slice(0, 300).replaceAll('\n', '⏎')}`,
      );
  }
}
console.table(
  [...scores].map(([language, own]) => ({
    language,
    ...Object.fromEntries(
      KINDS.map((kind) => [kind, `${own[kind].hit}+${own[kind].warned}/${own[kind].all}`]),
    ),
  })),
);
