import type { Block } from '../markdown/block.ts';
import { withoutDatePatterns } from './placeholders.ts';

/** A sentence of a block, with its offset in the block's text. */
export interface Sentence {
  text: string;
  start: number;
}

/** A call or an index, without backticks: `serveIndex(path, options)`, `res[header]`. */
const SIGNATURE =
  /\[\[[^[\]\n]*\]\]|[\p{Script=Latin}\d_]+(?:\.[\p{Script=Latin}\d_]+)+\([^()\n]*\)|\p{Ll}+\p{Lu}[\p{L}\d]*\([^()\n]*\)|:?\p{Ll}+\[\p{L}+\]/gu;

/** The sentences of a block, without quotations, which may be in any language. */
export function sentences(block: Block): Sentence[] {
  const unquoted = /[«“"「『„<{$'‘]/.test(block.text)
    ? block.text.replaceAll(
        /«[^«»]*»|“[^“”]*”|"[^"]*"|「[^「」]*」|『[^『』]*』|‘[^‘’]*’(?!\p{L})|(?<![\p{L}\d])'[^'\n]+'(?![\p{Script=Latin}\d])|„[^„“”]*[“”]|<\/?[a-z][^<>]*>|\{\{[^{}]*\}\}|\$[^$\n]*\\[^$\n]*\$/gu,
        (quoted) => ' '.repeat(quoted.length),
      )
    : block.text;
  const prose = withoutDatePatterns(
    /[([]/.test(unquoted) ? unquoted.replaceAll(SIGNATURE, (code) => ' '.repeat(code.length)) : unquoted,
  );
  return [...prose.matchAll(/[^.!?。！？؟\n]+(?:[.!?](?!\s|$)[^.!?。！？؟\n]*)*/gu)].map((match) => ({
    text: match[0],
    start: match.index,
  }));
}
