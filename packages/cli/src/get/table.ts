import Table from 'cli-table3';
import type { Context } from '../context.ts';
import { sparkline } from './sparkline.ts';

/** One point of a series. */
export interface Point {
  time: string;
  sessions: number;
}

/** A series as a table, with a sparkline, the total and the mean. */
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
  const table = new Table({
    head: [words.get.time, words.get.sessions, ''],
    colAligns: ['left', 'right', 'left'],
    style: { head: coloured ? ['bold'] : [], border: coloured ? ['gray'] : [], compact: true },
  });
  for (const { time, sessions } of points) {
    const length = Math.round((sessions / largest) * 24);
    table.push([time, number.format(sessions), colours.cyan('█'.repeat(length))]);
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
