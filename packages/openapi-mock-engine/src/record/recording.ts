import { secretsOf } from '../log/redact.ts';
import type { MockAnswer, MockRequest } from '../message.ts';
import type { Contract } from '../model/index.ts';

/** One exchange with a real API: request and answer, without credentials. */
export interface Exchange {
  request: { method: string; path: string; query: string; contentType?: string; body?: string };
  response: { status: number; headers: { [name: string]: string }; body: string; isBase64?: boolean };
}

/** A recording that cannot be read; the message names the line. */
export class RecordingError extends Error {
  override readonly name = 'RecordingError';
}

/** Reads a recording: one JSON exchange per line. @param file its name, for messages. @throws RecordingError */
export function readRecording(text: string, file: string): Exchange[] {
  const exchanges: Exchange[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    let parsed: unknown;
    try {
      parsed = JSON.parse(line);
    } catch {
      throw new RecordingError(`${file}, line ${index + 1}: is not JSON. Expected one exchange per line.`);
    }
    if (!isExchange(parsed))
      throw new RecordingError(
        `${file}, line ${index + 1}: is not an exchange. Expected request and response.`,
      );
    exchanges.push(parsed);
  }
  return exchanges;
}

function isExchange(value: unknown): value is Exchange {
  if (typeof value !== 'object' || value === null || !('request' in value) || !('response' in value))
    return false;
  const { request, response } = value;
  return (
    typeof request === 'object' &&
    request !== null &&
    'method' in request &&
    typeof request.method === 'string' &&
    'path' in request &&
    typeof request.path === 'string' &&
    'query' in request &&
    typeof request.query === 'string' &&
    typeof response === 'object' &&
    response !== null &&
    'status' in response &&
    typeof response.status === 'number' &&
    'headers' in response &&
    typeof response.headers === 'object' &&
    'body' in response &&
    typeof response.body === 'string'
  );
}

/** Answers requests from a recording; repeated requests get their answers in the recorded order. */
export class Replay {
  readonly #byRequest = new Map<string, { answers: Exchange['response'][]; next: number }>();

  constructor(exchanges: readonly Exchange[]) {
    for (const { request, response } of exchanges) {
      const key = keyOf(request.method, request.path, request.query, request.body);
      const entry = this.#byRequest.get(key) ?? { answers: [], next: 0 };
      entry.answers.push(response);
      this.#byRequest.set(key, entry);
    }
  }

  /** The recorded answer; `undefined` if the request was not recorded. After the last one, it is repeated. */
  answer({ method, path, query, body }: MockRequest, contract: Contract): MockAnswer | undefined {
    const secrets = secretsOf(contract);
    const text =
      body === undefined
        ? undefined
        : secrets.inBody(typeof body === 'string' ? body : new TextDecoder().decode(body));
    const entry = this.#byRequest.get(keyOf(method, path, secrets.inQuery(query), text));
    const response = entry?.answers[Math.min(entry.next, entry.answers.length - 1)];
    if (entry === undefined || response === undefined) return undefined;
    entry.next += 1;
    const { status, headers, body: kept, isBase64 } = response;
    return { status, headers: { ...headers }, body: isBase64 === true ? fromBase64(kept) : kept };
  }
}

/** The order of parameters does not matter. */
function keyOf(method: string, path: string, query: string, body: string | undefined): string {
  return JSON.stringify([method, path, query.split('&').sort().join('&'), body ?? '']);
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
