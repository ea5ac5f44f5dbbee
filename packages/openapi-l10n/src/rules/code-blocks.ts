import { factsOf } from '../markdown/facts.ts';
import type { MarkdownText } from '../markdown/parse.ts';
import type { Found } from '../markdown/types.ts';
import { changeOf } from './code-change.ts';
import { difference, excerpt } from './excerpt.ts';
import type { CodePolicy, TextProblem } from './rule.ts';

const HELP = 'Copy the block from the source, byte for byte.';
const SETTING =
  'Copy the block from the source, or say with the setting "code" what is translated in blocks.';

/** Code blocks that differ, each with the first line in which it does. */
export function* codeBlocks(
  source: MarkdownText,
  translation: MarkdownText,
  policy: CodePolicy,
): Generator<TextProblem> {
  const lost = [...factsOf(source).codeBlocks];
  const extra: Found[] = [];
  for (const found of factsOf(translation).codeBlocks) {
    const index = lost.findIndex(({ value }) => comparable(value) === comparable(found.value));
    if (index < 0) extra.push(found);
    else lost.splice(index, 1);
  }
  for (const found of extra) {
    const instead = takeNearest(lost, found);
    if (!instead) {
      yield {
        message: `The translation has the code block ${excerpt(found.value)}, which the source has not`,
        help: HELP,
        offset: found.offset,
        length: found.length,
      };
      continue;
    }
    const change = changeOf(instead.value, found.value);
    const rule = change === 'comments' || change === 'strings' ? policy[change] : 'keep';
    if (rule === 'translate') continue;
    const line = firstDifference(instead.value, found.value);
    const [was, is] = difference(lineOf(instead.value, line), lineOf(found.value, line));
    yield {
      message: `The code block differs${change === 'code' ? '' : ` in its ${change}`}: ${is} where the source has ${was}`,
      help: change === 'code' ? HELP : SETTING,
      ...placeOfLine(translation.text, found, line),
      sourceOffset: placeOfLine(source.text, instead, line).offset,
      ...(rule === 'warn' ? { severity: 'warn' } : {}),
    };
  }
  for (const found of lost)
    yield {
      message: `The code block ${excerpt(found.value)} of the source is missing in the translation`,
      help: HELP,
      sourceOffset: found.offset,
    };
}

/** A block without the title of its fence: ```` ```json Response ```` has a label for people. */
function comparable(value: string): string {
  const [head = '', ...lines] = value.split('\n');
  return [headOf(head), ...lines.map((line) => line.trimEnd())].join('\n');
}

function headOf(head: string): string {
  const [language = '', ...meta] = head.split(/\s+/);
  const kept = meta.filter(
    (word) => /^\{.*\}$|=/.test(word) && !/^(?:title|label|filename|name)=/.test(word),
  );
  return [language, ...kept].join(' ');
}

/** Takes the block that has the most lines in common, of the same language if there is one. */
function takeNearest(list: Found[], found: Found): Found | undefined {
  const lines = new Set(found.value.split('\n').slice(1));
  const likeness = ({ value }: Found) => {
    if (changeOf(value, found.value) !== 'code') return 2;
    const own = value.split('\n');
    const shared = own.slice(1).filter((line) => lines.has(line)).length / Math.max(1, own.length - 1);
    return shared + (own[0]?.split(' ')[0] === found.value.split('\n')[0]?.split(' ')[0] ? 0.1 : 0);
  };
  const [best] = list.toSorted((a, b) => likeness(b) - likeness(a));
  if (best) list.splice(list.indexOf(best), 1);
  return best;
}

const lineOf = (value: string, index: number) => value.split('\n')[index] ?? '';

/** The index of the first line that differs; 0 is the head of the fence. */
function firstDifference(a: string, b: string): number {
  const [lines, others] = [a, b].map((value) => comparable(value).split('\n')) as [string[], string[]]; // two in, two out
  const index = lines.findIndex((line, at) => line !== others[at]);
  return index < 0 ? lines.length : index;
}

/** Where a line of a block is in its text. */
function placeOfLine(
  text: string,
  { offset, length }: Found,
  line: number,
): { offset: number; length: number } {
  const fenced = /^[`~]{3}/.test(text.slice(offset));
  let start = offset;
  for (let count = fenced ? line : line - 1; count > 0; count--) {
    const next = text.indexOf('\n', start);
    if (next < 0 || next + 1 >= offset + length) break;
    start = next + 1;
  }
  const end = text.indexOf('\n', start);
  return { offset: start, length: Math.max(1, (end < 0 ? text.length : end) - start) };
}
