/**
 * The code that the page offers to copy is run: cURL and the command line by a shell, TypeScript compiled and
 * then run. Each must return what the page draws.
 */
import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createClient } from '@session-series/client';
import { type RunningMock, startMock } from '@session-series/mock';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BackEnd } from '../../src/api/config.ts';
import { wantedSeries } from '../../src/api/series-request.ts';
import { commandOf, curlOf, type Target, targetOf, typescriptOf } from '../../src/request/code.ts';
import { instantReader, type Point } from '../../src/series/aligned.ts';
import type { Line } from '../../src/series/plan.ts';
import { clockOf } from '../../src/time/clock.ts';
import { withOffset } from '../../src/time/written-time.ts';
import { planFor } from './planning.ts';

const run = promisify(execFile);
const now = '2026-01-31T12:00:00Z';
const env = { ...process.env, SESSION_SERIES_API_KEY: 'any-key' };
const folder = new URL('../../reports/code/', import.meta.url);
const cli = fileURLToPath(new URL('../../../../packages/cli/dist/bin/session-series.js', import.meta.url));

const views = [
  '?length=14',
  '?length=14&unit=day&ending_at=2018-06-28T23:59:59-5:00&app_id={{app_identifier}}&segment_id={{segment_identifier}}',
  `?length=3&unit=hour&ending_at=2026-01-31T10:00:00%2B05:45&app_id=${encodeURIComponent(`a'b "c" $(id) \\ é & + %`)}`,
  '?from=2025-01-01&to=2026-01-30&zone=Europe/Paris&segment_id=vip',
  '?from=2025-12-25&to=2026-01-30&unit=hour&zone=Asia/Kolkata',
  '?period=7d&by=week',
  '?from=2025-10-20&to=2025-10-28&zone=Europe/Paris&unit=hour&app_id=app-ios',
];
/** If the page has its own mock, the code starts one. */
const targets: Record<string, Target> = { [views.at(-1) ?? '']: targetOf({ backEnd: 'browser' }) };
const plan = (view: string) => planFor(view, now);
const line = (view: string) => plan(view).lines[0] ?? {};
const target = (): Target => ({ kind: 'url', url: mock.url });

let mock: RunningMock;
beforeAll(async () => {
  mock = await startMock({ port: 0, now });
  await mkdir(folder, { recursive: true });
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await mock.close();
});

/** What a client gets from the mock for the end of a view. */
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

it.each(views)('the shell command for %s returns the response', async (view) => {
  const code = curlOf(plan(view), line(view), target());
  const { stdout } = await run('sh', ['-c', `${code} --silent --fail`], { env });
  expect(JSON.parse(stdout).data).toEqual(await answerOf(view));
});

/** Instants and counts of what the page draws, fetched with the code of the page. */
async function drawn(view: string, lines: readonly Line[]): Promise<unknown[]> {
  const { unit, zone, from, to } = plan(view);
  const client = createClient({ baseUrl: mock.url, apiKey: 'any-key' });
  const found: Point[] = [];
  for (const one of lines) {
    const { load } = wantedSeries(client, { span: { from, to }, unit, zone, line: one }, []);
    let points: readonly Point[] = [];
    const report = (progress: { points?: readonly Point[] }) => {
      points = progress.points ?? points;
    };
    await load({ points, pieces: 0, signal: new AbortController().signal, report });
    found.push(...points);
  }
  return instantsOf(view, found);
}

function instantsOf(view: string, points: readonly Point[]): unknown[] {
  const read = instantReader(plan(view).zone);
  return points.map(({ time, sessions }) => [read(time), sessions]);
}

it('the TypeScript compiles under strict settings and returns what the page draws', async () => {
  const files = await Promise.all(
    views.map(async (view, index) => {
      const file = new URL(`view-${index}.ts`, folder);
      const show = `export const shown = ${plan(view).call ? 'series.data' : 'points'};\n`;
      await writeFile(file, typescriptOf(plan(view), line(view), targets[view] ?? target()) + show);
      return fileURLToPath(file);
    }),
  );
  const strict = ['--ignoreConfig', '--noEmit', '--strict', '--module', 'nodenext', '--types', 'node'];
  const all = `const all = await Promise.all(process.argv.slice(1).map((file) => import(file)));
    console.log(JSON.stringify(all.map(({ shown }) => shown)));`;
  const [{ stdout }] = await Promise.all([
    run(process.execPath, ['--input-type=module', '--eval', all, ...files], { env, maxBuffer: 10 ** 8 }),
    run('tsc', [...strict, ...files]),
  ]);
  const shown: Point[][] = JSON.parse(stdout);
  for (const [index, view] of views.entries())
    expect(instantsOf(view, shown[index] ?? [])).toEqual(await drawn(view, [line(view)]));
});

it.each(views)('the command for %s returns what the page draws', async (view) => {
  const { lines, call } = plan(view);
  const code = commandOf(plan(view), lines, targets[view] ?? target());
  await rm(new URL('sessions.csv', folder), { force: true });
  // Not every shell has functions with a dash in their names.
  const runnable = code.replace(/^session-series/, `'${process.execPath}' '${cli}'`);
  const { stdout } = await run('sh', ['-c', runnable], { env, cwd: folder });
  const text = call ? stdout : await readFile(new URL('sessions.csv', folder), 'utf8');
  // The time is the first column, and the sessions are the last.
  const [, ...rows] = text.trim().split(/\r?\n/);
  const points = rows.map((row) => ({
    time: row.slice(0, row.indexOf(',')),
    sessions: Number(row.slice(row.lastIndexOf(',') + 1)),
  }));
  expect(instantsOf(view, points)).toEqual(await drawn(view, lines));
});

it('the code names the instance that the page shows, or a mock if the page uses one', () => {
  const of = (backEnd: BackEnd) => typescriptOf(plan('?length=1'), {}, targetOf(backEnd));
  expect(of({ backEnd: 'real', instance: 'EU-01' })).toContain("instance: 'EU-01'");
  expect(of({ backEnd: 'real', instance: 'api.example.com' })).toContain(
    "baseUrl: 'https://api.example.com'",
  );
  expect(of({ backEnd: 'browser' })).toContain('fetch: createMockFetch()');
  expect(commandOf(plan('?length=1'), [{}], targetOf({ backEnd: 'browser' }))).toContain('--mock');
});
