import { styleText } from 'node:util';
import type { Lines } from '../document/lines.ts';
import type { Place } from '../errors.ts';
import type { Finding } from '../finding.ts';
import { count, visible } from './visible.ts';

const WIDTH = 110;

/** For terminals: place, message, code frames of source and translation, and how to fix it. */
export function pretty(
  findings: readonly Finding[],
  files: ReadonlyMap<string, Lines>,
  colour: boolean,
): string {
  const paint = (style: 'red' | 'yellow' | 'dim' | 'bold' | 'green', text: string) =>
    colour ? styleText(style, text, { validateStream: false }) : text;
  const blocks = findings.map((finding) => {
    const { place, severity, rule, message, help, source, pointer, length } = finding;
    const mark = severity === 'error' ? paint('red', 'error') : paint('yellow', 'warn');
    const lines = [
      `${paint('bold', `${place.file}:${place.line}:${place.column}`)}  ${mark}  ${paint('bold', rule)}`,
      `  ${message}`,
      ...frame(files.get(place.file), place, length).map((line) => paint('dim', line)),
    ];
    if (source) {
      lines.push(
        paint(
          'dim',
          `  source: ${source.file}:${source.line}:${source.column}${pointer ? `  ${pointer}` : ''}`,
        ),
      );
      lines.push(...frame(files.get(source.file), source, 0).map((line) => paint('dim', line)));
    }
    lines.push(`  ${paint('green', 'fix:')} ${help}`);
    return `${lines.join('\n')}\n`;
  });
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  const sum =
    findings.length === 0
      ? paint('green', 'Nothing found: the translation changes words and nothing else.')
      : `${count(errors, 'error')}, ${count(warnings, 'warning')}`;
  return `${[...blocks, sum].join('\n')}\n`;
}

/** The line of a place, cut to the width of a terminal, with the finding underlined. */
function frame(lines: Lines | undefined, { line, column }: Place, length: number): string[] {
  const text = lines?.line(line);
  if (text === undefined) return [];
  const { from, isCut, text: part } = visible(text, column, WIDTH);
  const shown = part.replaceAll('\t', ' ');
  const number = String(line);
  const head = `  ${number} | ${from > 0 ? '…' : ''}`;
  const code = `${head}${shown}${isCut ? '…' : ''}`;
  if (length === 0) return [code];
  const marks = Math.max(1, Math.min(length, shown.length - (column - 1 - from)));
  return [
    code,
    `${' '.repeat(number.length + 3)}| ${' '.repeat(head.length - number.length - 5 + column - 1 - from)}${'^'.repeat(marks)}`,
  ];
}
