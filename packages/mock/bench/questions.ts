import { readContract } from 'openapi-mock-engine/model';
import { document } from '../dist/generated/document.js';
import { knownApps, knownSegments } from '../dist/series/catalogue.js';

/** A request of the load. */
export interface Question {
  path: string;
  headers?: Record<string, string>;
  /** Whether it is wrong on purpose. */
  refused?: true;
}

export const headers = { authorization: 'Bearer any-key' };

const [path] = readContract(document).operations.map((operation) => operation.path);

/** A valid request for each index; neighbours differ in length, unit, ending_at, app and segment. */
export function validQuestion(index: number): Question {
  const day = new Date(Date.UTC(2024, 0, 1) + ((index * 7919) % 900) * 86_400_000).toISOString().slice(0, 10);
  const apps = [undefined, ...knownApps.map(({ id }) => id), '{{app_identifier}}'];
  const segments = [undefined, undefined, undefined, ...knownSegments.map(({ id }) => id)];
  const query = new URLSearchParams({ length: String(1 + ((index * 37) % 100)) });
  if (index % 3 !== 0) query.set('unit', index % 2 === 0 ? 'day' : 'hour');
  query.set('ending_at', `${day}T23:59:59${['Z', '-05:00', '-5:00', '+05:45'][index % 4]}`);
  const app = apps[index % apps.length];
  if (app !== undefined) query.set('app_id', app);
  const segment = segments[index % segments.length];
  if (segment !== undefined) query.set('segment_id', segment);
  return { path: `${path}?${query}` };
}

/** What a test suite sends in addition to valid requests: mistakes, and examples by `Prefer`, all of them answered by Prism. */
const others: readonly Question[] = [
  { path: `${path}?length=0`, refused: true },
  { path: `${path}?length=14&unit=jour`, refused: true },
  { path: `${path}?length=14&unknown=1`, refused: true },
  { path: `${path}?length=14`, headers: { authorization: 'Basic YTpi' }, refused: true },
  { path: '/sessions', refused: true },
  { path: `${path}?length=14`, headers: { prefer: 'code=429' }, refused: true },
  { path: `${path}?length=14`, headers: { prefer: 'code=200, example=hourly' } },
  { path: `${path}?length=14`, headers: { prefer: 'dynamic=true' } },
];

/** For each index a request of which one in ten is none of the common ones. */
export function mixedQuestion(index: number): Question {
  return (index % 10 === 0 ? others[(index / 10) % others.length] : undefined) ?? validQuestion(index);
}
