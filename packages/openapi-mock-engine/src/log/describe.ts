import { header, type MockAnswer, type MockRequest } from '../message.ts';
import { type CheckedRequest, type Contract, decodeBody, type Operation } from '../model/index.ts';
import { isObject } from '../model/json.ts';
import type { LoggedRequest } from '../options.ts';
import { secretsOf } from './redact.ts';
import { type KeptBody, keptHeaders, keptLine, keptText } from './request-log.ts';

/** Bytes of a body that the log keeps. */
const keptBody = 64 * 1024;

/** What the log says about a request, without its credentials. @param at when it came, in epoch milliseconds */
export function describeRequest(
  request: MockRequest,
  operation: Operation | undefined,
  { answer, checked }: { answer: MockAnswer; checked: CheckedRequest | undefined },
  contract: Contract,
): { entry: LoggedRequest; body?: KeptBody } {
  const { method, path, query, headers, body } = request;
  const secrets = secretsOf(contract);
  const entry: LoggedRequest = {
    operationId: operation?.id,
    method,
    path: keptText(path),
    query: keptText(secrets.inQuery(query)),
    headers: keptHeaders(headers, secrets),
    status: answer.status,
    at: 0,
  };
  const message = answer.status >= 400 ? messageOf(answer) : undefined;
  if (message !== undefined) entry.message = keptLine(secrets.inMessage(message, query));
  if (operation === undefined || body === undefined || checked?.body === undefined || body.length > keptBody)
    return { entry };
  const type = header(request, 'content-type');
  const content = operation.requestBody?.content ?? [];
  const decode = (bytes: Uint8Array | string): unknown => {
    const decoded = decodeBody(bytes, type, content, contract);
    return 'value' in decoded ? decoded.value : undefined;
  };
  return { entry, body: { bytes: body, decode } };
}

/** The message of an error. */
function messageOf({ body, headers }: MockAnswer): string | undefined {
  if (typeof body !== 'string' || !/json/.test(headers['content-type'] ?? '')) return undefined;
  try {
    const parsed: unknown = JSON.parse(body);
    return sentenceIn(parsed);
  } catch {
    return undefined;
  }
}

function sentenceIn(value: unknown, depth = 0): string | undefined {
  if (!isObject(value) || depth > 2) return undefined;
  for (const name of ['message', 'detail', 'error_description', 'error', 'description', 'reason', 'title']) {
    const found = value[name];
    if (typeof found === 'string') return found;
  }
  for (const inner of Object.values(value)) {
    const found = sentenceIn(inner, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}
