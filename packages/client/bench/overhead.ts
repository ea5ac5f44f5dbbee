/**
 * What a call costs on top of `fetch`: the same question to an in-memory server, side by side in one run.
 *
 * Prints nanoseconds a call (median of the rounds) and the ratio to bare openapi-fetch. No verdict: machines are noisy.
 */
import axios from 'axios';
import ky from 'ky';
import createRawClient from 'openapi-fetch';
import { Bench } from 'tinybench';
import { createClient } from '../dist/index.js';
import type { paths } from '../src/generated/openapi.ts';

const baseUrl = 'http://127.0.0.1:1';
const query = { length: 14, unit: 'day', app_id: 'app-ios' } as const;
const search = new URLSearchParams({ ...query, length: '14' });
const headers = { authorization: 'Bearer any-key' };
const body = JSON.stringify({
  message: 'success',
  data: Array.from({ length: 14 }, (_, day) => ({
    time: `2026-01-${String(day + 10)}`,
    sessions: 1000 + day,
  })),
});
const answer = async (_request?: unknown) =>
  new Response(body, {
    headers: {
      'content-type': 'application/json',
      'x-ratelimit-limit': '250000',
      'x-ratelimit-remaining': '249999',
      'x-ratelimit-reset': '1893456000',
    },
  });

const client = createClient({ baseUrl, apiKey: 'any-key', fetch: answer });
const raw = createRawClient<paths>({ baseUrl, headers, fetch: answer });
const kyClient = ky.create({ fetch: answer, headers });
const axiosClient = axios.create({ adapter: 'fetch', env: { fetch: answer }, headers });

const bench = new Bench({ time: 800, warmupTime: 200 })
  .add('fetch', async () => {
    const request = new Request(`${baseUrl}/sessions/data_series?${search}`, { headers });
    await (await answer(request)).json();
  })
  .add('openapi-fetch', () => raw.GET('/sessions/data_series', { params: { query } }))
  .add('this client', () => client.getSessionsDataSeries(query))
  .add('ky', () => kyClient(`${baseUrl}/sessions/data_series`, { searchParams: search }).json())
  .add('axios', () => axiosClient.get(`${baseUrl}/sessions/data_series`, { params: query }));

const rounds = new Map<string, number[]>();
for (let round = 0; round < 5; round++) {
  console.error(`round ${round + 1} of 5`);
  await bench.run();
  for (const { name, result } of bench.tasks) {
    if (!('latency' in result)) throw new Error(`${name} failed`);
    rounds.set(name, [...(rounds.get(name) ?? []), result.latency.p50 * 1e6]);
  }
}
const median = (values: number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const base = median(rounds.get('openapi-fetch') ?? []);
console.table(
  Object.fromEntries(
    [...rounds].map(([name, values]) => [
      name,
      {
        'ns a call': Math.round(median(values)),
        'to openapi-fetch': Number((median(values) / base).toFixed(2)),
      },
    ]),
  ),
);
