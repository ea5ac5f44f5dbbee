import type { Alignment, Gap } from '../alignment/types.ts';
import type { Language } from '../languages/types.ts';
import { factsOf } from '../markdown/facts.ts';
import type { Found } from '../markdown/types.ts';
import { type CodeChange, changeOf } from './code-change.ts';
import { proofOf } from './code-proof.ts';
import { difference, excerpt } from './excerpt.ts';
import { isLanguage, withMarkedLanguage, withoutLanguage } from './link-language.ts';
import type { CodePolicy, Pair, TextProblem } from './rule.ts';

const HELP = 'Copy the block from the source, byte for byte.';
const SETTING =
  'Copy the block from the source, or use the setting "code" to say what is translated in blocks.';

type Texts = Pick<Pair, 'source' | 'translation' | 'alignment' | 'language' | 'sourceLanguage'>;

/** Code blocks that differ, with the first line that does. */
export function* codeBlocks(texts: Texts, policy: CodePolicy): Generator<TextProblem> {
  const { source, translation, language, sourceLanguage } = texts;
  const languages = [sourceLanguage, language];
  for (const [original, found] of counterparts(texts)) {
    const [was, is] = [comparable(original.value, languages), comparable(found.value, languages)];
    const change = changeOf(was, is, sourceLanguage.samples);
    const rule =
      change === 'comments' || change === 'strings' ? policy[change] : change === 'layout' ? 'warn' : 'keep';
    if (change === 'none' || rule === 'translate') continue;
    const proof = change === 'code' ? proofOf(was, is, translation.text) : undefined;
    const changed = change === 'code' ? firstChange(was, is, sourceLanguage.samples) : undefined;
    const isNew = was.split('\n').length !== is.split('\n').length;
    const lost = change === 'code' && isNew && changed === undefined ? firstLost(was, is) : undefined;
    if (lost !== undefined) {
      yield {
        message: `The code block lacks the line ${excerpt(lineOf(original.value, lost))} of the source`,
        help: HELP,
        ...placeOfLine(translation.text, found, 0),
        sourceOffset: placeOfLine(source.text, original, lost).offset,
        proof,
      };
      continue;
    }
    const line = withContent(changed ?? firstDifference(was, is), original.value, found.value);
    const [before, after] = difference(isNew ? '' : lineOf(original.value, line), lineOf(found.value, line));
    yield {
      message: `The code block differs${IN[change]}: ${after}${isNew ? '' : ` where the source has ${before}`}`,
      help: change === 'code' ? HELP : SETTING,
      ...placeOfLine(translation.text, found, line),
      sourceOffset: placeOfLine(source.text, original, line).offset,
      // A line that only the translation has belongs to another version of the example.
      ...(rule === 'warn' || (isNew && changed !== undefined) ? { severity: 'warn' } : {}),
      proof,
    };
  }
}

const IN: Readonly<Record<CodeChange, string>> = {
  none: '',
  code: '',
  layout: ' in its form',
  comments: ' in its comments',
  strings: ' in its strings',
  'words in output': ' in its words',
  'renamed throughout': ' in its names',
};

/** Blocks that only one of the texts has, where nothing else is missing next to them. */
export function* lostBlocks({ gaps }: Alignment): Generator<TextProblem> {
  for (const { lost, extra } of gaps.filter(isOfCode)) {
    for (const { text, start } of lost)
      yield {
        message: `The code block ${excerpt(text)} of the source is missing in the translation`,
        help: HELP,
        sourceOffset: start,
      };
    for (const { text, start } of extra)
      yield {
        message: `The translation has the code block ${excerpt(text)}, which the source does not have`,
        help: HELP,
        offset: start,
      };
  }
}

/** Whether nothing but code is missing in a place. */
export const isOfCode = ({ lost, extra }: Gap) => [...lost, ...extra].every(({ kind }) => kind === 'code');

/** The blocks of the source that differ, each with its own in the translation; equal ones may be in any order. */
function counterparts({ source, translation, alignment, language, sourceLanguage }: Texts): [Found, Found][] {
  const languages = [sourceLanguage, language];
  const lost = factsOf(source).codeBlocks.map((found) => ({
    found,
    text: comparable(found.value, languages),
  }));
  let extra = factsOf(translation).codeBlocks.map((found) => ({
    found,
    text: comparable(found.value, languages),
  }));
  // First those in the same place, since a page may show one of them twice.
  for (const isInPlace of [true, false])
    extra = extra.filter(({ found, text }) => {
      const index = lost.findIndex(
        (other) => other.text === text && (!isInPlace || alignment.near(other.found, found)),
      );
      if (index >= 0) lost.splice(index, 1);
      return index < 0;
    });
  return extra.flatMap(({ found }) => {
    const near = lost.findIndex((other) => alignment.near(other.found, found));
    const [original] = near < 0 ? [] : lost.splice(near, 1);
    return original ? [[original.found, found] as [Found, Found]] : [];
  });
}

/**
 * A block, normalized for comparison: the language without the meta of the fence, and the content without
 * language tags.
 */
function comparable(value: string, languages: readonly Language[]): string {
  const [head = '', ...lines] = value.split('\n');
  const body = lines
    .map((line) =>
      line
        .trimEnd()
        .replaceAll(/\s*\bdir=(["']?)(?:ltr|rtl)\1/g, '')
        .replaceAll(
          /\s*\b(?:hreflang|lang(?:uage)?|locale)\b["']?\s*[=:]\s*(["']?)([\w-]+)\1/gi,
          (whole, _, code: string) => (isLanguage(code) ? '' : whole),
        )
        .replaceAll(/(?<=["'>])[a-z]{2}(?:[-_][A-Za-z]{2})?(?=["'<])/g, (code) =>
          withMarkedLanguage(code, languages),
        )
        // A key for each language of the readers: `{ fr: 'Accueil' }`.
        .replaceAll(
          /(?<=(?:^[-+]?|[{,])\s*)(["']?)([a-z]{2}(?:-[A-Za-z]{2,4})?)\1(?=:\s)/g,
          (whole, _, code: string) => (isLanguage(code) ? '*' : whole),
        )
        // A path may gain the segment of the language.
        .replaceAll(/(?:https?:\/)?\/[\w.-]+(?:\/[\w.@-]+)*\/?/g, (path) => withoutLanguage(path, languages)),
    )
    .join('\n');
  return `${headOf(head)}\n${body}`;
}

/** An opening fence without its title: the label in ```` ```json Response ```` may be translated. */
function headOf(head: string): string {
  const [first = '', ...meta] = head.split(/\s+/);
  const language = first.replace(/:.*$/, '');
  const kept = meta.filter(
    (word) => /^\{.*\}$|=/.test(word) && !/^(?:title|label|filename|name|header|caption)=/.test(word),
  );
  return [language, ...kept].join(' ');
}

const lineOf = (value: string, index: number) => value.split('\n')[index] ?? '';

/** The index of the first line that differs; 0 is the opening fence. */
function firstDifference(a: string, b: string): number {
  const [lines, others] = [a.split('\n'), b.split('\n')];
  const differs = (line: string, at: number) => line.trim() !== others[at]?.trim();
  // The head of the fence matters least.
  const inCode = lines.findIndex((line, at) => at > 0 && differs(line, at));
  const index = inCode < 0 && others.length === lines.length ? lines.findIndex(differs) : inCode;
  return index < 0 ? Math.min(lines.length, others.length - 1) : index;
}

/** The next line that differs and is not empty in the second block. */
function withContent(line: number, a: string, b: string): number {
  const [lines, others] = [a.split('\n'), b.split('\n')];
  for (let at = line; at < others.length; at++)
    if (
      `${lines[at] ?? ''}${others[at] ?? ''}`.trim() !== '' &&
      lines[at] !== others[at] &&
      others[at]?.trim()
    )
      return at;
  return line;
}

/** The index of the first line whose code differs, not only its texts; undefined if there is none. */
function firstChange(a: string, b: string, samples?: RegExp): number | undefined {
  const [lines, others] = [a.split('\n'), b.split('\n')];
  // What people read is compared as such, and everything else strictly.
  const head = /^(?:text|txt|log|output|console|mdx?)?(?=\s|$)/i.test(a) ? (lines[0] ?? '') : 'code';
  const differs = (line: string, other = '') =>
    changeOf(`${head}\n${line}`, `${head}\n${other}`, samples) === 'code';
  const known = new Set(lines.map((line) => line.trim()));
  const index =
    lines.length === others.length
      ? others.findIndex((line, at) => at > 0 && line !== lines[at] && differs(lines[at] ?? '', line))
      : others.findIndex(
          (line, at) =>
            at > 0 &&
            !known.has(line.trim()) &&
            differs('', line) &&
            lines.every((own) => differs(own, line)),
        );
  return index < 0 ? undefined : index;
}

/** The index of the first line of code that the other block does not have in any form; undefined if there is none. */
function firstLost(a: string, b: string): number | undefined {
  const lost = (plain: (line: string) => string) => {
    const others = new Set(b.split('\n').map(plain));
    return a
      .split('\n')
      .findIndex(
        (line, at) => at > 0 && /^\s*(?!--|<!--)[\w"'@$.<{-]/.test(line) && !others.has(plain(line)),
      );
  };
  const first = lost((line) => line.replaceAll(/[\s;,]|(["'`]).*?\1/g, ''));
  const index = first < 0 ? lost((line) => line.replaceAll(/[\s;,]/g, '')) : first;
  return index < 0 ? undefined : index;
}

/** The offset of a line in the text of a block. */
function placeOfLine(
  text: string,
  { offset, length }: Found,
  line: number,
): { offset: number; length: number } {
  const fenced = /^(?:[`~]{3}|\{[%{])/.test(text.slice(offset));
  let start = offset;
  for (let count = fenced ? line : line - 1; count > 0; count--) {
    const next = text.indexOf('\n', start);
    if (next < 0 || next + 1 >= offset + length) break;
    start = next + 1;
  }
  const end = text.indexOf('\n', start);
  return { offset: start, length: Math.max(1, (end < 0 ? text.length : end) - start) };
}
