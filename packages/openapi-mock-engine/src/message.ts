/** A request, as a mock sees it. */
export interface MockRequest {
  /** In upper case. */
  method: string;
  /** The path as it was sent, without the query. */
  path: string;
  /** The query as it was sent, without its question mark. */
  query: string;
  /** By name in lower case. */
  headers: { readonly [name: string]: string | readonly string[] | undefined };
  /** `undefined` if the request has none. */
  body?: string | Uint8Array | undefined;
}

/** An answer, before it is sent. Header names are in lower case. */
export interface MockAnswer {
  status: number;
  headers: { [name: string]: string };
  body: string | Uint8Array;
  /** The cookies that it sets, each as the value of a `Set-Cookie` header. */
  cookies?: readonly string[];
  /** The example of the contract that it was made of, if it was. */
  example?: object;
}

/** One header of a request; the first one if it was sent more than once. */
export function header(request: MockRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'object' ? value[0] : value;
}

/** An answer whose JSON body is already encoded. */
export function jsonAnswer(status: number, body: string, mediaType = 'application/json'): MockAnswer {
  return { status, headers: { 'content-type': mediaType }, body };
}

/** Whether an answer with this status never has a body. */
export function isBodiless(status: number): boolean {
  return status < 200 || status === 204 || status === 205 || status === 304;
}
