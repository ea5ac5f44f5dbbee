/**
 * Whether a long range stays complete, and small in memory, when the server fails: twenty years by the
 * hour, with a fault in a fifth of the responses. Prints the points, the requests, and the heap in megabytes after each tenth.
 *
 * `node --expose-gc bench/range.ts`. It needs a build.
 */
import { createClient } from '../dist/index.js';
import { range } from '../dist/range/range.js';

const hour = 3_600_000;
const [from, to] = ['2006-01-01', '2026-01-01'];
const expected = (Date.parse(to) - Date.parse(from)) / hour;

const faults: (() => Response)[] = [
  () => {
    throw new TypeError('fetch failed');
  },
  () => new Response('{"message": "succ'),
  () => Response.json({ message: 'Unavailable' }, { status: 503 }),
  () => Response.json({ message: 'Too many' }, { status: 429 }),
];
let requests = 0;
const client = createClient({
  baseUrl: 'http://127.0.0.1:1',
  apiKey: 'any-key',
  initialRetryDelay: 0,
  fetch: async (url) => {
    requests++;
    const fault = Math.random() < 0.2 ? faults[Math.floor(Math.random() * faults.length)] : undefined;
    if (fault) return fault();
    const { searchParams } = new URL(url);
    const end = Date.parse(searchParams.get('ending_at') ?? '') + 1000;
    const length = Number(searchParams.get('length'));
    const data = Array.from({ length }, (_, index) => ({
      time: new Date(end - (length - index) * hour).toISOString(),
      sessions: 1,
    }));
    return Response.json({ message: 'success', data });
  },
});

const heap: number[] = [];
let points = 0;
for await (const { sessions } of range(client, { from, to, unit: 'hour' })) {
  points += sessions;
  if (points % Math.floor(expected / 10) !== 0) continue;
  globalThis.gc?.();
  heap.push(Math.round(process.memoryUsage().heapUsed / 1e5) / 10);
}
console.log(`${points} of ${expected} points in ${requests} requests; heap in MB: ${heap.join(', ')}`);
process.exitCode = points === expected ? 0 : 1;
