import { en } from './languages/en.ts';
import type { Words } from './languages/words.ts';
import type { ContractChange } from './rate/rate.ts';

/**
 * A change in one line, without its operation.
 *
 * @example
 * describe(change); // 'parameter `limit`: `maximum` changed from `50` to `60`'
 */
export function describe(change: ContractChange, words: Words = en): string {
  const { subject, property, kind } = change;
  const parts = subject.parts.map(({ kind: part, name }) => words.part[part](code(name)));
  if (property !== undefined && property !== 'deprecated') parts.push(code(property));
  const where = parts.join(words.separator);
  const what = happened(change, words);
  return where === '' ? what : `${where}${words.colon}${what}`;

  function happened({ before, after }: ContractChange, { changedFromTo, setTo, wasRemoved }: Words): string {
    if (property === undefined) return kind === 'modified' ? words.changed : words[kind];
    if (property === 'deprecated') return after === true ? words.deprecated : words.changed;
    if (change.rule === 'text-changed') return words.textChanged;
    const [from, to] = [readable(before), readable(after)];
    if (from !== undefined && to !== undefined) return changedFromTo(from, to);
    if (to !== undefined) return setTo(to);
    return from === undefined ? words.changed : wasRemoved(from);
  }
}

/** Inline code in Markdown, even if it contains backticks. */
export function code(text: string): string {
  const fence = '`'.repeat(Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length)) + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** A value on one line; undefined if it is too long. */
function readable(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 80 || text.includes('\n') ? undefined : code(text);
}
