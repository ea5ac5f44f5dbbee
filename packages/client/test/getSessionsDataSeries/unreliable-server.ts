/** An in-memory server that fails at random, and records which fault each request got. */

/** The possible treatment of one request. */
export type Fault = keyof typeof faults;

const error = (status: number, headers: Record<string, string> = {}) =>
  Response.json({ message: 'No.' }, { status, headers });

/** A body that delivers its first half, and then ends as `end` says. */
function half(body: string, end: (controller: ReadableStreamDefaultController) => void): Response {
  let isBegun = false;
  const pull = (controller: ReadableStreamDefaultController) => {
    if (isBegun) return end(controller);
    isBegun = true;
    controller.enqueue(new TextEncoder().encode(body.slice(0, body.length / 2)));
  };
  return new Response(new ReadableStream({ pull }));
}

/**
 * Each fault: its response, and the name of the error that a call ends with if there are no attempts left.
 */
const faults = {
  429: { answer: () => error(429), error: 'RateLimitError' },
  '429 with a pause': { answer: () => error(429, { 'retry-after': '2' }), error: 'RateLimitError' },
  500: { answer: () => error(500), error: 'ServerError' },
  503: { answer: () => new Response('<h1>Unavailable</h1>', { status: 503 }), error: 'ServerError' },
  reset: {
    answer: () => Promise.reject(new TypeError('fetch failed', { cause: new Error('ECONNRESET') })),
    error: 'NetworkError',
  },
  stall: {
    answer: (_, signal) => new Promise((_resolve, reject) => onAbort(signal, reject)),
    error: 'TimeoutError',
  },
  'stall in the body': {
    answer: (body, signal) =>
      half(body, (controller) => onAbort(signal, (reason) => controller.error(reason))),
    error: 'TimeoutError',
  },
  truncated: {
    answer: (body) => half(body, (controller) => controller.error(new TypeError('terminated'))),
    error: 'NetworkError',
  },
  'truncated silently': {
    answer: (body) => half(body, (controller) => controller.close()),
    error: 'InvalidResponseError',
  },
  html: {
    answer: () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
    error: 'InvalidResponseError',
  },
  'gzip that was not decoded': {
    answer: () => new Response(new Uint8Array([0x1f, 0x8b, 8, 0])),
    error: 'InvalidResponseError',
  },
} satisfies Record<string, { answer(body: string, signal: AbortSignal): unknown; error: string }>;

/** The number of requests that currently hang. */
let hanging = 0;

function onAbort(signal: AbortSignal, abort: (reason: unknown) => void): void {
  hanging++;
  const end = () => {
    hanging--;
    abort(signal.reason);
  };
  // Like the platform's fetch, it also rejects when the signal was aborted before.
  if (signal.aborted) end();
  else signal.addEventListener('abort', end, { once: true });
}

/** The error that a fault becomes. */
export const errorOf = (fault: Fault) => faults[fault].error;

/** The series of an app, different for each. */
export const pointsOf = (app: string) => [{ time: '2026-01-05', sessions: Number(app) }];

/**
 * Makes a `fetch` that fails.
 *
 * @param share of the requests, from 0 to 1.
 * @param random draws from 0 to below 1.
 */
export function unreliableServer(share: number, random: () => number) {
  const names = Object.keys(faults) as Fault[];
  /** The treatment of the requests of each app, in order. */
  const done = new Map<string, (Fault | 'well')[]>();
  const fetch = async (url: string, { signal }: { signal: AbortSignal }): Promise<Response> => {
    const app = new URL(url).searchParams.get('app_id') ?? '';
    const fault = random() < share ? names[Math.floor(random() * names.length)] : undefined;
    done.set(app, [...(done.get(app) ?? []), fault ?? 'well']);
    const body = JSON.stringify({ message: 'success', data: pointsOf(app) });
    // Each eventually returns a Response.
    return fault ? ((await faults[fault].answer(body, signal)) as Response) : new Response(body);
  };
  return { fetch, done, hanging: () => hanging };
}

/** Numbers from 0 to below 1, the same for the same seed (xorshift). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
