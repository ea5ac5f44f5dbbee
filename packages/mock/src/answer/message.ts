/** A request, as far as the mock looks at it. */
export interface MockRequest {
  /** In upper case. */
  method: string;
  /** The path as it was sent, without the query. */
  path: string;
  /** The query as it was sent, without its question mark. */
  query: string;
  /** By name in lower case. */
  headers: { readonly [name: string]: string | readonly string[] | undefined };
  /** Whether the request came with a body. */
  hasBody: boolean;
}

/** An answer, before it meets a wire. Header names are in lower case. */
export interface MockAnswer {
  status: number;
  headers: { [name: string]: string };
  body: string;
}

/** One header of a request; the first one if it was sent more than once. */
export function header(request: MockRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'object' ? value[0] : value;
}

/** An answer with a JSON body that is already text. */
export function jsonAnswer(status: number, body: string): MockAnswer {
  return { status, headers: { 'content-type': 'application/json' }, body };
}

/** Findings that an answer lists; nobody reads more. */
const listed = 50;

/** An error as the contract documents it: the first finding is the message, and `errors` has all of them if there are more. */
export function errorAnswer(status: number, findings: readonly string[]): MockAnswer {
  const [message = 'The request was refused.'] = findings;
  if (findings.length < 2) return jsonAnswer(status, JSON.stringify({ message }));
  const rest = findings.length - listed;
  const errors = rest > 0 ? [...findings.slice(0, listed), `And ${rest} more.`] : findings;
  return jsonAnswer(status, JSON.stringify({ message, errors }));
}
