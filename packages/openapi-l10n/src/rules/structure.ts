import type { Nodes } from 'mdast';
import { factsOf } from '../markdown/facts.ts';
import type { MarkdownText } from '../markdown/parse.ts';
import type { Rule, TextProblem } from './rule.ts';

export const structure: Rule = {
  summary: 'Headings, paragraphs, lists, tables, alerts, HTML or emphasis that do not correspond.',
  severity: 'error',
  *pair({ source, translation }) {
    const from = factsOf(source).structure;
    const to = factsOf(translation).structure;
    const at = Array.from({ length: Math.max(from.length, to.length) }).findIndex(
      (_, index) => from[index]?.value !== to[index]?.value,
    );
    if (at < 0) {
      yield* emphasis(source, translation);
      yield* closingBars(source, translation);
      return;
    }
    yield {
      message: `The source has ${from[at]?.value ?? 'nothing more'} where the translation has ${to[at]?.value ?? 'nothing more'}`,
      help: 'Give the translation the same headings, paragraphs, lists, tables, alerts and HTML, in the same order.',
      offset: to[at]?.offset ?? translation.text.trimEnd().length,
      length: 1,
      sourceOffset: from[at]?.offset ?? source.text.trimEnd().length,
    };
  },
};

/** A row of a table whose last bar is lost, which some renderers read as text. */
function* closingBars(source: MarkdownText, translation: MarkdownText): Generator<TextProblem> {
  const open = ({ text }: MarkdownText, offset: number) => {
    const [line = ''] = text.slice(offset).split('\n', 1);
    return line.startsWith('|') && !line.trimEnd().endsWith('|');
  };
  const rows = (text: MarkdownText) => factsOf(text).structure.filter(({ value }) => value === 'table row');
  if (rows(source).some(({ offset }) => open(source, offset))) return;
  for (const { offset } of rows(translation)) {
    if (!open(translation, offset)) continue;
    yield {
      message: 'The row of the table has lost its last bar',
      help: 'End the row with |, as the source does.',
      offset,
    };
  }
}

/** How many words are stressed may change with the order of words, but not whether any is. */
function* emphasis(source: MarkdownText, translation: MarkdownText): Generator<TextProblem> {
  const [from, to] = [strong(source.tree), strong(translation.tree)];
  const [first] = [...from, ...to];
  if (!first || (from.length > 0 && to.length > 0)) return;
  const offset = first.position?.start.offset;
  yield {
    message:
      from.length > 0
        ? 'No words are bold, though the source has some'
        : 'Words are bold that are not in the source',
    help: 'Stress what the source stresses.',
    ...(from.length > 0 ? { sourceOffset: offset } : { offset }),
  };
}

const strong = (node: Nodes): Nodes[] =>
  node.type === 'strong' ? [node] : 'children' in node ? node.children.flatMap(strong) : [];
