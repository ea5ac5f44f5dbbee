import type { MockRequest } from './answer/message.ts';
import { isControl } from './control/control.ts';
import type { Mock } from './mock.ts';

/** How an outcome that is no answer is told: a connection that was broken. */
export type OnReset = () => Response;

/** Answers a `Request` of the Fetch standard. Rejects like `fetch` does if its signal is aborted. */
export async function answerFetch(mock: Mock, request: Request, onReset: OnReset): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const message: MockRequest = {
    method: request.method.toUpperCase(),
    path: pathname,
    query: search.slice(1),
    headers: Object.fromEntries(request.headers),
    hasBody: request.body !== null && !isControl(pathname),
  };
  const body = isControl(pathname) ? await request.text() : '';
  request.signal.throwIfAborted();
  const { answer, delay, fault } = await mock.handle(message, body);
  if (fault === 'stall') await untilAborted(request.signal, undefined);
  if (delay > 0) await untilAborted(request.signal, delay);
  if (fault === 'reset') return onReset();
  const empty = answer.status === 204 || request.method === 'HEAD';
  return new Response(empty ? null : answer.body, { status: answer.status, headers: answer.headers });
}

/** Waits, for ever if no time is given, and rejects with the signal's reason as soon as it is aborted. */
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
    signal.addEventListener('abort', abort, { once: true });
  });
}
