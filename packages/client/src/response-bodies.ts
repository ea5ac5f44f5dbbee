import type { Operation, ReadableResponse, ResponseBody, Validate } from './operation.ts';

/** Ends a call with an InvalidResponseError. A body that could not be read at all may come whole with another attempt. */
export type Refuse = (message: string, isUnreadable?: boolean) => never;

/** The media type of a response, in lower case and without parameters; empty when there is none. */
function mediaTypeOf({ headers }: ReadableResponse): string {
  return (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

/** What the contract says of a body, or why there should be none such. `kind` is absent when there is nothing to read. */
export interface DescribedBody extends Partial<ResponseBody> {
  readonly problem?: string;
}

/** Finds what the contract says of a success, by its status and media type. */
export function describedBody({ responses, method }: Operation, response: ReadableResponse): DescribedBody {
  const { status } = response;
  const isSuccess = status >= 200 && status < 300;
  const content = isSuccess && (responses[status] ?? responses['2XX'] ?? responses['default']);
  if (!content) {
    return { problem: `${status} is not in the contract; expected ${Object.keys(responses).join(', ')}` };
  }
  const declared = Object.keys(content);
  if (declared.length === 0 || method === 'HEAD' || status === 204 || status === 205) return {};
  const received = mediaTypeOf(response);
  // A server that labels its JSON as text is understood, as long as the contract leaves no choice.
  const name = declared.length === 1 ? declared[0] : declared.find((type) => matches(type, received));
  const body = content[name ?? ''];
  if (!body)
    return { problem: `${status} ${received} is not in the contract; expected ${declared.join(', ')}` };
  return body.kind === 'any' ? { ...body, kind: kindOf(received) } : body;
}

function matches(declared: string, received: string): boolean {
  const [type = '', subtype] = (declared.split(';')[0] ?? '').split('/');
  return (
    type === '*' || received === `${type}/${subtype}` || (subtype === '*' && received.startsWith(`${type}/`))
  );
}

/** How to read what the contract leaves open. */
function kindOf(mediaType: string): ResponseBody['kind'] {
  if (isJson(mediaType)) return 'json';
  return mediaType.startsWith('text/') ? 'text' : 'bytes';
}

const isJson = (mediaType: string) => /[/+]json$/.test(mediaType);

/** Parses JSON, whatever the server labels it, and checks it with `validate`, if there is one. */
export function parseJson(
  text: string,
  response: ReadableResponse,
  validate: Validate | undefined,
  refuse: Refuse,
): unknown {
  const { status } = response;
  if (text === '') return refuse(`${status} with an empty body; expected JSON`, true);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const type = mediaTypeOf(response);
    // The platform's message may have a part of a key; `body` has the text without.
    return refuse(
      `${status} with a body that is not JSON${type && !isJson(type) ? ` but ${type}` : ''}`,
      true,
    );
  }
  if (validate && !validate(value)) {
    const { instancePath = '', message = '' } = validate.errors?.[0] ?? {};
    return refuse(`response does not match the contract${instancePath && ` at ${instancePath}`}: ${message}`);
  }
  return value;
}
