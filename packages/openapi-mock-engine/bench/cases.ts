/**
 * The contracts and requests of the benchmarks. Consecutive requests differ, so that no server can cache an
 * answer.
 */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** A request of the load. */
export interface Question {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string;
}

/** A contract, and how its mock is started. */
export interface Subject {
  name: string;
  document: string;
  /** The command line of its mock, without the port. */
  mock: readonly string[];
  /** A module with handlers that answer instead of the contract's examples. */
  handlers?: string;
}

/** Requests to one operation. */
export interface Case {
  name: string;
  subject: Subject;
  operationId: string;
  question(index: number): Question;
}

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const { resolve } = createRequire(import.meta.url);
const cli = file('../bin/openapi-mock-engine.js');

const sessions: Subject = {
  name: 'session analytics',
  document: file('../../../openapi/dist/openapi.en.json'),
  mock: [file('../../mock/dist/cli.js'), '--rate-limit', '1000000000'],
  handlers: file('../../mock/dist/options.js'),
};
const harborFile = resolve('growth-contract/growth.openapi.yaml');
const harbor: Subject = { name: 'growth', document: harborFile, mock: [cli, harborFile] };
const githubFile = resolve('@octokit/openapi/generated/api.github.com.json');
const github: Subject = { name: 'GitHub', document: githubFile, mock: [cli, githubFile] };

const json = { 'content-type': 'application/json' };
const key = { 'x-harbor-key': 'any-key' };

/** Text of a length that differs from one index to the next, for bodies of a kilobyte. */
const prose = (index: number): string => 'It rains on the northern pier. '.repeat(28).slice(index % 50);

export const cases: readonly Case[] = [
  { name: 'GET with a query', subject: sessions, operationId: 'getSessionsDataSeries', question: seriesOf },
  {
    name: 'GET with a path parameter',
    subject: harbor,
    operationId: 'getBerth',
    question: (index) => ({ method: 'GET', path: `/berths/brt_${index + 1}`, headers: {} }),
  },
  {
    name: 'POST of 1 kB of JSON',
    subject: harbor,
    operationId: 'requestBooking',
    question: (index) => ({
      method: 'POST',
      path: `/berths/brt_${index + 1}/bookings`,
      headers: { ...json, ...key },
      body: JSON.stringify({
        vessel: { kind: 'ferry', name: 'Morning Star', passengers: 1 + (index % 300) },
        nights: Array.from({ length: 68 }, (_, night) => dayOf(index + night)),
        callback_url: 'https://captain.example/decisions',
      }),
    }),
  },
  {
    name: 'GET with a query',
    subject: github,
    operationId: 'issues/list-for-repo',
    question: (index) => ({
      method: 'GET',
      path: `/repos/octo/hello/issues?state=open&labels=bug&sort=updated&page=${index + 1}&per_page=1`,
      headers: {},
    }),
  },
  {
    name: 'GET with path parameters',
    subject: github,
    operationId: 'issues/get-label',
    question: (index) => ({ method: 'GET', path: `/repos/octo/hello/labels/bug-${index}`, headers: {} }),
  },
  {
    name: 'POST of 1 kB of JSON',
    subject: github,
    operationId: 'issues/create',
    question: (index) => ({
      method: 'POST',
      path: '/repos/octo/hello/issues',
      headers: json,
      body: JSON.stringify({ title: `Rain ${index}`, body: prose(index), labels: ['bug', 'weather'] }),
    }),
  },
];

function dayOf(index: number): string {
  return new Date(Date.UTC(2024, 0, 1) + ((index * 7919) % 900) * 86_400_000).toISOString().slice(0, 10);
}

function seriesOf(index: number): Question {
  const apps = [undefined, 'app-ios', 'app-android', 'app-web', '{{app_identifier}}'];
  const query = new URLSearchParams({ length: String(1 + ((index * 37) % 100)) });
  if (index % 3 !== 0) query.set('unit', index % 2 === 0 ? 'day' : 'hour');
  query.set('ending_at', `${dayOf(index)}T23:59:59${['Z', '-05:00', '-5:00', '+05:45'][index % 4]}`);
  const app = apps[index % apps.length];
  if (app !== undefined) query.set('app_id', app);
  if (index % 4 === 0) query.set('segment_id', 'segment-loyal');
  return {
    method: 'GET',
    path: `/sessions/data_series?${query}`,
    headers: { authorization: 'Bearer any-key' },
  };
}
