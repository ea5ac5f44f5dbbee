import Table from 'cli-table3';
import type { Context } from '../context.ts';
import { sparkline } from './sparkline.ts';

/** One point of a series. */
export interface Point {
  time: string;
  sessions: number;
}

/** A series as a table, with a bar for each point where there is room, a sparkline, the total and the mean. */
export async function renderTable(
  points: readonly Point[],
  { words, stdout, env, language }: Context,
): Promise<string> {
  const { default: picocolors } = await import('picocolors');
  const coloured = (stdout.isTTY === true && !env['NO_COLOR']) || Boolean(env['FORCE_COLOR']);
  const colours = picocolors.createColors(coloured);
  const number = new Intl.NumberFormat(language);
  const counts = points.map(({ sessions }) => sessions);
  const largest = Math.max(...counts, 1);
  const texts = counts.map((count) => number.format(count));
  const widthOf = (column: readonly string[]) => Math.max(...column.map(({ length }) => length));
  const taken =
    widthOf([words.get.time, ...points.map(({ time }) => time)]) + widthOf([words.get.sessions, ...texts]);
  // Borders and margins take ten columns.
  const room = Math.min(24, (stdout.columns ?? Number.POSITIVE_INFINITY) - taken - 10);
  const withBars = room >= 4;
  const table = new Table({
    head: [words.get.time, words.get.sessions, ...(withBars ? [''] : [])],
    colAligns: ['left', 'right', 'left'],
    style: { head: coloured ? ['bold'] : [], border: coloured ? ['gray'] : [], compact: true },
  });
  for (const [index, { time, sessions }] of points.entries()) {
    const bar = withBars ? [colours.cyan('█'.repeat(Math.round((sessions / largest) * room)))] : [];
    table.push([time, texts[index], ...bar]);
  }
  const total = counts.reduce((sum, count) => sum + count, 0);
  const mean = counts.length === 0 ? 0 : Math.round(total / counts.length);
  return [
    table.toString(),
    `${colours.cyan(sparkline(counts))}`,
    words.get.summary(number.format(total), number.format(mean), points.length),
    '',
  ].join('\n');
}
