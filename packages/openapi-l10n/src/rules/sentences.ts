import type { Block } from '../markdown/block.ts';

/** A sentence of a block, with the place where it begins in the block's text. */
export interface Sentence {
  text: string;
  start: number;
}

/** The sentences of a block. What is in quotation marks is quoted: it may be in any language. */
export function sentences(block: Block): Sentence[] {
  const unquoted = block.text.replaceAll(/«[^«»]*»|“[^“”]*”|"[^"]*"|「[^「」]*」|„[^„“”]*[“”]/g, (quoted) =>
    ' '.repeat(quoted.length),
  );
  return [...unquoted.matchAll(/[^.!?。！？؟\n]+(?:[.!?](?!\s|$)[^.!?。！？؟\n]*)*/gu)].map((match) => ({
    text: match[0],
    start: match.index,
  }));
}
