/** The code that the page offers to copy is run: the shell's against a mock, TypeScript compiled and then run. */
import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type RunningMock, startMock } from '@session-series/mock';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { curlOf, typescriptOf } from '../src/request/code.ts';
import { clockOf } from '../src/time/clock.ts';
import { withOffset } from '../src/time/written-time.ts';
import { planFor } from './planning.ts';

const run = promisify(execFile);
const now = '2026-01-31T12:00:00Z';
const env = { ...process.env, SESSION_SERIES_API_KEY: 'any-key' };
const folder = new URL('../reports/code/', import.meta.url);

const views = [
  '?length=14',
  '?length=14&unit=day&ending_at=2018-06-28T23:59:59-5:00&app_id={{app_identifier}}&segment_id={{segment_identifier}}',
  `?length=3&unit=hour&ending_at=2026-01-31T10:00:00%2B05:45&app_id=${encodeURIComponent(`a'b "c" $(id) \\ é & + %`)}`,
  '?from=2025-01-01&to=2026-01-30&zone=Europe/Paris&segment_id=vip',
  '?from=2025-12-25&to=2026-01-30&unit=hour&zone=Asia/Kolkata',
  '?period=7d&by=week',
];
const plan = (view: string) => planFor(view, now);
const line = (view: string) => plan(view).lines[0] ?? {};

let mock: RunningMock;
beforeAll(async () => {
  mock = await startMock({ port: 0, now });
  await mkdir(folder, { recursive: true });
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await mock.close();
});

/** What a client gets that asks the mock for the end of a view. */
async function answerOf(view: string): Promise<{ time: string }[]> {
  const { from, to, unit, zone, call } = plan(view);
  const units = Math.round((to - from) / (unit === 'hour' ? 3600 : 86_400));
  const query = new URLSearchParams({ length: String(Math.min(units, 100)), unit, ...line(view) });
  const endingAt = call ? call.endingAt : withOffset(to - 1, clockOf(zone).wallOf(to - 1) - (to - 1));
  if (endingAt) query.set('ending_at', endingAt);
  const response = await fetch(`${mock.url}/sessions/data_series?${query}`, {
    headers: { authorization: 'Bearer any-key' },
  });
  return (await response.json()).data;
}

it.each(views)('the shell’s code for %s gets the answer', async (view) => {
  const code = curlOf(plan(view), line(view), mock.url);
  const { stdout } = await run('sh', ['-c', `${code} --silent --fail`], { env });
  expect(JSON.parse(stdout).data).toEqual(await answerOf(view));
});

it('the TypeScript compiles, strictly', async () => {
  const files = await Promise.all(views.map((view, index) => write(view, index, '')));
  await run('tsc', [
    '--ignoreConfig',
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--types',
    'node',
    ...files,
  ]);
});

it.each(views)('the TypeScript for %s gets the answer', async (view) => {
  const { from, to, unit, call } = plan(view);
  const show = call ? 'series.data' : 'points';
  const file = await write(view, views.indexOf(view), `console.log(JSON.stringify(${show}));`);
  const { stdout } = await run(process.execPath, [file], { env });
  const points: unknown[] = JSON.parse(stdout);
  expect(points).toHaveLength(Math.round((to - from) / (unit === 'hour' ? 3600 : 86_400)));
  // One call reaches the end of a period; it has one offset, and these days had no other.
  expect(points.slice(-90)).toEqual((await answerOf(view)).slice(-90));
});

async function write(view: string, index: number, more: string): Promise<string> {
  const file = new URL(`view-${index}.ts`, folder);
  await writeFile(file, typescriptOf(plan(view), line(view), mock.url) + more);
  return fileURLToPath(file);
}
