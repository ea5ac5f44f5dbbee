import type { ChooseBody, ReadableResponse, ResponseBody } from './operation.ts';

/** The media type of a response, in lower case and without parameters; empty when there is none. */
function mediaTypeOf({ headers }: ReadableResponse): string {
  return (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

/** The body of any success status. */
export function anySuccess(body: ResponseBody | ChooseBody): ChooseBody {
  return (response) => {
    const { status } = response;
    if (status < 200 || status > 299) return undefined;
    if (status === 204 || status === 205) return {};
    return typeof body === 'function' ? body(response) : body;
  };
}

/** Chooses among several media types, some of which may be ranges such as `image/*`. */
export function byMediaType(content: Readonly<Record<string, ResponseBody>>): ChooseBody {
  return (response) => {
    const received = mediaTypeOf(response);
    const declared = Object.keys(content).find((type) => matches(type, received));
    if (declared === undefined) {
      const expected = Object.keys(content).join(', ');
      return `${received || 'no media type'} is not in the contract; expected ${expected}`;
    }
    // A media type that the contract leaves open is read as the one that was received.
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
  if (/[/+]json$/.test(mediaType)) return 'json';
  return mediaType.startsWith('text/') ? 'text' : 'bytes';
}

/** Parses JSON; `undefined` for anything else, which JSON does not have. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
