import type { ChooseBody, Operation, ReadableResponse, ResponseBody, Validate } from './operation.ts';

/** Ends a call with an InvalidResponseError. If the body could not be read, another attempt may succeed. */
export type Refuse = (message: string, isUnreadable?: boolean) => never;

/** The media type of a response, in lower case and without parameters; empty when there is none. */
function mediaTypeOf({ headers }: ReadableResponse): string {
  return (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

/** Finds the description of a successful response, by its status and media type. */
export function describedBody({ responses, method }: Operation, response: ReadableResponse): ResponseBody {
  const { status } = response;
  const isSuccess = status >= 200 && status < 300;
  const body = isSuccess && (responses[status] ?? responses['2XX'] ?? responses['default']);
  if (!body) {
    return { problem: `${status} is not in the contract; expected ${Object.keys(responses).join(', ')}` };
  }
  if (method === 'HEAD' || status === 204 || status === 205) return {};
  // JSON labelled as text is accepted if the contract has no other media type.
  return typeof body === 'function' ? body(mediaTypeOf(response)) : body;
}

/** Chooses among several media types, some of which may be ranges such as `image/*`. */
export function byMediaType(content: Readonly<Record<string, ResponseBody>>): ChooseBody {
  return (received) => {
    const declared = Object.keys(content).find((type) => matches(type, received));
    if (declared === undefined) {
      const expected = Object.keys(content).join(', ');
      return { problem: `${received || 'no media type'} is not in the contract; expected ${expected}` };
    }
    // What the contract leaves open is read by what came.
    return declared.includes('*')
      ? { kind: kindOf(received), ...content[declared] }
      : (content[declared] ?? {});
  };
}

function matches(declared: string, received: string): boolean {
  const [type = '', subtype] = (declared.split(';')[0] ?? '').split('/');
  return (
    type === '*' || received === `${type}/${subtype}` || (subtype === '*' && received.startsWith(`${type}/`))
  );
}

function kindOf(mediaType: string): 'json' | 'text' | 'bytes' {
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
    // The platform's message may contain part of a key; `body` has the redacted text.
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
