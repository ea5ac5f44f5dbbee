import type { Block } from '../markdown/block.ts';

/** A setting of a page or a sample: `line_numbers: false`. */
const SETTING = /^\s*[a-z][a-z_-]*:(?:\s\S+){0,3}\s*$/;
/** A directive between dashes: `--- task ---`. */
const DIRECTIVE = /^\s*-{3,}\s\/?[\w\s-]+\s-{3,}\s*$/;

/** Whether a block consists of settings or directives, which some generators write between lines of dashes. */
export function isSettings({ offsets }: Block, page: string): boolean {
  const start = page.lastIndexOf('\n', offsets[0] ?? 0) + 1;
  const end = page.indexOf('\n', offsets.at(-1) ?? 0);
  const lines = page.slice(start, end < 0 ? undefined : end).split('\n');
  const isFenced = /-{3,}\s*$/.test(page.slice(0, Math.max(0, start - 1)));
  return (
    lines.every((line) => DIRECTIVE.test(line)) ||
    (isFenced && lines.filter((line) => !/^-{3,}\s*$/.test(line)).every((line) => SETTING.test(line)))
  );
}
