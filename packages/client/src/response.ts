import { isJson } from './body.ts';
import type { ErrorDetail } from './errors.ts';
import type { Operation } from './operation.ts';

/** Checks a value against a schema of the contract; `errors` has what is wrong with the last value that failed. */
export interface Validate {
  (value: unknown): boolean;
  errors?: readonly { instancePath: string; message?: string }[] | null;
}

/** The part of `Response` that this client reads; undici's and node-fetch's have it too. */
export type ReadableResponse = Pick<Response, 'status' | 'statusText' | 'headers' | 'text' | 'blob'>;

/** A response that is not what the contract describes. */
export class UnexpectedResponse extends Error {
  /** The body. */
  readonly text: string;
  /** Whether the body could not be read at all; another attempt may get a whole one. */
  readonly isUnreadable: boolean;

  constructor(message: string, text: string, isUnreadable: boolean, options?: ErrorOptions) {
    super(message, options);
    this.text = text;
    this.isUnreadable = isUnreadable;
  }
}

/**
 * Reads the body of a success as the contract describes it for this status and media type.
 *
 * @param validate whether JSON is checked against its schema.
 * @throws UnexpectedResponse when it is something else.
 */
export async function readBody(
  { responses, method }: Operation,
  response: ReadableResponse,
  validate: boolean,
): Promise<unknown> {
  const { status } = response;
  const content = responses[status] ?? responses[`${Math.floor(status / 100)}XX`] ?? responses['default'];
  const received = (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const declared = Object.keys(content ?? {});
  if (status === 204 || status === 205 || method === 'HEAD' || (content && declared.length === 0)) {
    // Read, so that the connection is free again.
    await response.text();
    return undefined;
  }
  // A server that labels its JSON as text is understood, as long as the contract leaves no choice.
  const mediaType =
    declared.find((type) => matches(type, received)) ?? (declared.length === 1 ? declared[0] : undefined);
  if (validate && mediaType === undefined) {
    const expected = content
      ? declared.join(' or ')
      : `one of the statuses ${Object.keys(responses).join(', ')}`;
    throw new UnexpectedResponse(
      `${status} with ${received || 'no content type'} is not in the contract. Expected ${expected}.`,
      await response.text(),
      false,
    );
  }
  const effective = !mediaType || mediaType.includes('*') ? received : mediaType;
  if (isJson(effective))
    return readJson(response, received, validate ? content?.[mediaType ?? ''] : undefined);
  return isText(effective) ? response.text() : response.blob();
}

const matches = (declared: string, received: string) =>
  declared === '*/*' ||
  declared.toLowerCase() === received ||
  (declared.endsWith('/*') && received.startsWith(declared.slice(0, -1)));

const isText = (mediaType: string) =>
  /^text\/|[/+]xml\b|[/+]yaml\b|[/-]urlencoded\b|\bcsv\b/i.test(mediaType);

async function readJson(
  response: ReadableResponse,
  received: string,
  validate: Validate | undefined,
): Promise<unknown> {
  const text = await response.text();
  const { status } = response;
  if (text === '') throw new UnexpectedResponse(`${status} with an empty body. Expected JSON.`, text, true);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const kind = received && !isJson(received) ? ` but ${received}` : '';
    const reason = cause instanceof Error ? `: ${cause.message}` : '';
    throw new UnexpectedResponse(`${status} with a body that is not JSON${kind}${reason}`, text, true, {
      cause,
    });
  }
  if (validate && !validate(value)) throw new UnexpectedResponse(mismatch(validate), text, false);
  return value;
}

function mismatch({ errors }: Validate): string {
  const [first] = errors ?? [];
  const path = (first?.instancePath ?? '')
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce(
      (before, key) => (/^\d+$/.test(key) ? `${before}[${key}]` : before ? `${before}.${key}` : key),
      '',
    );
  return `Response does not match the contract${path && ` at ${path}`}: ${first?.message ?? 'it is refused by its schema'}.`;
}

/** What the body of an error says, whoever sent it: `message`, or the members of problem details (RFC 9457). */
export function errorDetailOf(text: string, statusText: string): ErrorDetail {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    // A proxy's page says less than the status.
  }
  const { message, detail, title, error, errors } = Object(body);
  const found = [message, detail, title, error, statusText].find(
    (part) => part !== undefined && part !== null && part !== '',
  );
  const list = errors === undefined || errors === null ? [] : [errors].flat();
  return { detail: plainText(found), errors: list.map(plainText) };
}

const plainText = (value: unknown) =>
  typeof value === 'object' ? JSON.stringify(value) : String(value ?? 'without a message');
