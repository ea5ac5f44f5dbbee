/**
 * What a call costs on top of `fetch`: the same request to an in-memory `fetch`, side by side in one run. Each is used as its
 * users do: this client with all features on, the others with their defaults.
 *
 * Prints nanoseconds of processor time per call (median of the rounds) and ratios. No verdict: machines are noisy.
 */
import axios from 'axios';
import ky from 'ky';
import { ofetch } from 'ofetch';
import createOpenApiClient from 'openapi-fetch';
import { createClient } from '../dist/index.js';
import type { paths } from '../src/generated/openapi.ts';

const [rounds, callsARound] = [60, 500];
const baseUrl = 'http://127.0.0.1:1';
const path = '/sessions/data_series';
const url = `${baseUrl}${path}`;
const query = { length: 14, unit: 'day', app_id: 'app-ios' } as const;
const headers = { authorization: 'Bearer any-key' };
const body = JSON.stringify({
  message: 'success',
  data: Array.from({ length: 14 }, (_, day) => ({ time: `2026-01-${day + 10}`, sessions: 1000 + day })),
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
// Replaces the platform's, before any client stores it.
globalThis.fetch = answer;

const raw = createOpenApiClient<paths>({ baseUrl, headers });
const client = createClient({ baseUrl, apiKey: 'any-key' });
const ownFetch = createClient({ baseUrl, apiKey: 'any-key', fetch: answer });
const kyClient = ky.create({ headers, fetch: answer });
const ofetchClient = ofetch.create({ headers });
const axiosClient = axios.create({ headers, adapter: 'fetch', env: { fetch: answer } });

const calls: Record<string, () => Promise<unknown>> = {
  fetch: async () => {
    const search = new URLSearchParams({ ...query, length: '14' });
    return (await fetch(`${url}?${search}`, { headers })).json();
  },
  'openapi-fetch': () => raw.GET(path, { params: { query } }),
  'this client': () => client.getSessionsDataSeries(query),
  'this client, with a custom fetch': () => ownFetch.getSessionsDataSeries(query),
  ofetch: () => ofetchClient(url, { query }),
  ky: () => kyClient(url, { searchParams: query }).json(),
  axios: () => axiosClient.get(url, { params: query }),
};

const measured = new Map<string, number[]>(Object.keys(calls).map((name) => [name, []]));
// The first fifth of the rounds warms up. All take turns in every round, so that a busy machine affects them
// equally.
for (let round = -rounds / 5; round < rounds; round++) {
  for (const [name, call] of Object.entries(calls)) {
    const start = process.cpuUsage();
    for (let made = 0; made < callsARound; made++) await call();
    const { user, system } = process.cpuUsage(start);
    const nanoseconds = ((user + system) * 1000) / callsARound;
    if (round >= 0) measured.get(name)?.push(nanoseconds);
  }
}

const median = (name: string) => {
  const sorted = (measured.get(name) ?? []).toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};
const ratio = (name: string, base: string) => Number((median(name) / median(base)).toFixed(2));
console.table(
  Object.fromEntries(
    Object.keys(calls).map((name) => [
      name,
      {
        'ns a call': Math.round(median(name)),
        'to fetch': ratio(name, 'fetch'),
        'to openapi-fetch': ratio(name, 'openapi-fetch'),
      },
    ]),
  ),
);
