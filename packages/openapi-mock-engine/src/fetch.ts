import type { Outcome } from './faults/apply-fault.ts';
import { isBodiless, type MockRequest } from './message.ts';
import type { Mock } from './mock.ts';

/** How a broken connection ends. */
export type OnReset = () => Response;

/** Milliseconds between the pieces of a dribbled answer. */
const dribblePause = 20;

/** Answers a `Request` of the Fetch standard. Rejects like `fetch` does if its signal is aborted. */
export async function answerFetch(
  mock: Mock,
  request: Request,
  onReset: OnReset,
  basePath = '',
): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const method = request.method.toUpperCase();
  // Some browsers have no `Request.body`, so the body has to be read to see whether there is one. GET and HEAD never have one.
  const bytes =
    method === 'GET' || method === 'HEAD' ? new Uint8Array() : new Uint8Array(await request.arrayBuffer());
  const message: MockRequest = {
    method,
    path: basePath !== '' && pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length) : pathname,
    query: search.slice(1),
    headers: Object.fromEntries(request.headers),
    ...(bytes.length > 0 ? { body: bytes } : {}),
  };
  request.signal.throwIfAborted();
  const outcome = await mock.handle(message);
  if (outcome.fault === 'stall') await untilAborted(request.signal, undefined);
  if (outcome.delay > 0) await untilAborted(request.signal, outcome.delay);
  if (outcome.fault === 'reset' || outcome.fault === 'garbage') return onReset();
  return toResponse(outcome, method, request.signal);
}

function toResponse({ answer, fault }: Outcome, method: string, signal: AbortSignal): Response {
  const { status, headers, body } = answer;
  // Pages cannot create such responses; the nearest possible one has no body.
  const allowed = status >= 200 && status <= 599 ? status : 500;
  const init = { status: allowed, headers };
  if (isBodiless(allowed) || method === 'HEAD') return new Response(null, init);
  if (fault === 'cut') return new Response(cut(body), init);
  if (fault === 'dribble') return new Response(dribble(body, signal), init);
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), init);
}

/** Half of a body, then a broken connection. */
function cut(body: string | Uint8Array): ReadableStream<Uint8Array> {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return new ReadableStream({
    start: (controller) => controller.enqueue(bytes.slice(0, Math.max(1, bytes.length >> 1))),
    pull: (controller) => controller.error(new TypeError('The mock was asked to cut the connection')),
  });
}

/** A body in small pieces. */
function dribble(body: string | Uint8Array, signal: AbortSignal): ReadableStream<Uint8Array> {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const piece = Math.max(1, Math.ceil(bytes.length / 40));
  let sent = 0;
  return new ReadableStream({
    async pull(controller) {
      if (sent >= bytes.length) {
        controller.close();
        return;
      }
      await untilAborted(signal, dribblePause);
      controller.enqueue(bytes.slice(sent, sent + piece));
      sent += piece;
    },
  });
}

/** Waits, forever if no time is given, and rejects with the signal's reason when it is aborted. */
function untilAborted(signal: AbortSignal, milliseconds: number | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = milliseconds === undefined ? undefined : setTimeout(finish, milliseconds);
    const abort = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    function finish(): void {
      signal.removeEventListener('abort', abort);
      resolve();
    }
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
}
