/** The ways to read a response body, each a function of its own. */
import type { ReadableResponse, ReadBody, Validate } from './operation.ts';

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

/** Parses JSON, whatever the server labels it, and checks it. */
export const readJson: ReadBody = async (response, validate) => {
  const text = await response.text();
  const { status } = response;
  if (text === '') throw new UnexpectedResponse(`${status} with an empty body; expected JSON`, text, true);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const type = mediaTypeOf(response);
    const kind = type && !isJson(type) ? ` but ${type}` : '';
    throw new UnexpectedResponse(`${status} with a body that is not JSON${kind}: ${cause}`, text, true, {
      cause,
    });
  }
  if (validate && !validate(value)) throw new UnexpectedResponse(mismatch(validate), text, false);
  return value;
};

/** Text: CSV, XML and the like. */
export const readText: ReadBody = (response) => response.text();

/** Bytes, as a `Blob`. */
export const readBlob: ReadBody = (response) => response.blob();

/** What the contract leaves open, by the media type that came. */
export const readAny: ReadBody = (response, validate) => {
  const type = mediaTypeOf(response);
  if (isJson(type)) return readJson(response, validate);
  return type.startsWith('text/') ? readText(response, undefined) : readBlob(response, undefined);
};

/** The media type of a response, in lower case and without parameters; empty when there is none. */
export function mediaTypeOf({ headers }: ReadableResponse): string {
  return (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

const isJson = (mediaType: string) => /[/+]json$/.test(mediaType);

function mismatch({ errors }: Validate): string {
  const { instancePath = '', message = '' } = errors?.[0] ?? {};
  const path = instancePath
    .slice(1)
    .replaceAll('~1', '/')
    .replaceAll('~0', '~')
    .replace(/(^|\/)(\d+)(?=\/|$)/g, '[$2]')
    .replaceAll('/', '.');
  return `response does not match the contract${path && ` at ${path}`}: ${message}`;
}
