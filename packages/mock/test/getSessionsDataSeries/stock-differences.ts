/** The answer of one side. */
export interface Side {
  /** For the README's table. */
  words: string;
  status: number;
  /** What the body contains. */
  body?: RegExp;
  headers?: { readonly [name: string]: RegExp };
}

/** A request that is valid except for what is given here. */
export interface Asked {
  query?: string;
  path?: string;
  method?: string;
  headers?: { readonly [name: string]: string };
  /** The header `Authorization`; `null` for none. */
  key?: string | null;
}

/** Requests that stock Prism and this mock answer differently; each is a row of the README's table. */
export interface Difference extends Asked {
  /** The request, for the README's table. */
  asked: string;
  /** Other requests with the same answer. */
  more?: readonly Asked[];
  stock: Side;
  ours: Side;
  why: string;
}

const problem = { 'content-type': /^application\/problem\+json/ };
const documented = 'The contract documents no such status.';
const days = /"time":"2018-06-26","sessions":1874/;

export const differences: readonly Difference[] = [
  {
    asked: '`length=2&unit=hour`',
    query: 'length=2&unit=hour&ending_at=2020-01-01T12:00:00Z',
    stock: { words: '200, the first example: three days of 2018', status: 200, body: days },
    ours: {
      words: '200, the two hours',
      status: 200,
      body: /"2020-01-01T11:00:00Z".*"2020-01-01T12:00:00Z"/,
    },
    why: 'Answers follow the request.',
  },
  {
    asked: '`Length=3`',
    query: 'length=3&Length=4',
    stock: { words: '200, since names match whatever their case', status: 200, body: days },
    ours: { words: '400: did you mean `length`?', status: 400, body: /Length: 4 .*Did you mean length\?/ },
    why: 'Names are case-sensitive and in lower case. `--unknown-parameters` relaxes it.',
  },
  {
    asked: '`unité=jour`',
    query: 'length=3&unit%C3%A9=jour',
    stock: { words: '200, days', status: 200, body: days },
    ours: { words: '400: did you mean `unit`?', status: 400, body: /unité: .*Did you mean unit\?/ },
    why: 'The mistake of a translated page must not go unnoticed.',
  },
  {
    asked: '`length=0`',
    query: 'length=0',
    stock: {
      words: '400 with the first example, whatever was wrong; the reason is in `sl-violations`',
      status: 400,
      body: /length: 101 is not allowed/,
      headers: { 'sl-violations': /must be >= 1/ },
    },
    ours: {
      words: '400 that names parameter, value and rule',
      status: 400,
      body: /length: 0 .* from 1 to 100/,
    },
    why: 'A message should say what to fix.',
  },
  {
    asked: '`length=1e1`, `0x0e`, `14.0`, `+14`',
    query: 'length=1e1',
    more: [{ query: 'length=0x0e' }, { query: 'length=14.0' }, { query: 'length=+14' }],
    stock: { words: '200, read as a number', status: 200, body: days },
    ours: { words: '400', status: 400, body: /length: .* is not allowed/ },
    why: 'Digits are the only form that is sure to mean the same elsewhere.',
  },
  {
    asked: '`app_id=`',
    query: 'length=3&app_id=',
    stock: { words: '200', status: 200, body: days },
    ours: { words: '400', status: 400, body: /app_id: an empty value/ },
    why: 'The contract asks for at least one character.',
  },
  {
    asked: '`ending_at=2018-02-29T00:00:00Z`',
    query: 'length=3&ending_at=2018-02-29T00:00:00Z',
    stock: { words: '200', status: 200, body: days },
    ours: { words: '400', status: 400, body: /2018-02-29.* that exist/ },
    why: 'There is no such day.',
  },
  {
    asked: '`__code=404`',
    query: 'length=3&__code=404',
    stock: { words: '404, as with `Prefer: code=404`', status: 404, body: /Invalid URL/ },
    ours: { words: '400: no such parameter', status: 400, body: /__code: 404 is not allowed/ },
    why: 'The query belongs to the contract; `Prefer` does the same.',
  },
  {
    asked: 'no key',
    key: null,
    stock: { words: '401 with the first example', status: 401, body: /Invalid API key/ },
    ours: { words: '401: the key is missing', status: 401, body: /Authorization: is missing/ },
    why: 'A message should say what to fix.',
  },
  {
    asked: '`Authorization: bearer …`',
    key: 'bearer any-key',
    stock: { words: '401', status: 401, body: /Invalid API key/ },
    ours: { words: '200', status: 200, body: /"success"/ },
    why: 'Schemes are case-insensitive (RFC 9110, 11.1).',
  },
  {
    asked: '`Authorization: Bearer "…"`',
    key: 'Bearer "any-key"',
    stock: { words: '200', status: 200, body: days },
    ours: { words: '401: leave the quotation marks out', status: 401, body: /quotation marks/ },
    why: 'The vendor answers 401 to a key in quotation marks.',
  },
  {
    asked: '`HEAD`',
    method: 'HEAD',
    stock: { words: '405', status: 405 },
    ours: { words: '200 with the headers of `GET`', status: 200, headers: { 'content-length': /^\d+$/ } },
    why: 'HEAD is allowed wherever GET is (RFC 9110, 9.3.2).',
  },
  {
    asked: '`POST`, `PUT`, … and `OPTIONS` that is not a preflight',
    method: 'POST',
    more: ['PUT', 'DELETE', 'PATCH', 'OPTIONS'].map((method) => ({ method })),
    stock: { words: '405, a problem document', status: 405, headers: problem },
    ours: {
      words: '404 with `Allow`, in the shape of the contract',
      status: 404,
      body: /^\{"message":"Method: /,
      headers: { allow: /^GET, HEAD, OPTIONS$/ },
    },
    why: documented,
  },
  {
    asked: 'an unknown path',
    path: '/fr/sessions/data_series',
    stock: { words: '404, a problem document', status: 404, headers: problem },
    ours: {
      words: '404 with the nearest path',
      status: 404,
      body: /^\{"message":"URL: .*Did you mean \/sessions/,
    },
    why: 'The contract documents a shape for 404.',
  },
  {
    asked: '`Accept: text/plain`',
    headers: { Accept: 'text/plain' },
    stock: { words: '406, a problem document', status: 406, headers: problem },
    ours: { words: '400', status: 400, body: /^\{"message":"Accept: / },
    why: documented,
  },
  {
    asked: '`Prefer: code=401, example=nope`',
    headers: { Prefer: 'code=401, example=nope' },
    stock: { words: '500', status: 500, headers: problem },
    ours: { words: '400 that names the examples', status: 400, body: /Expected invalidKey or keyMissing/ },
    why: 'The mistake is in the request.',
  },
  {
    asked: '`Prefer: example=nope`',
    headers: { Prefer: 'example=nope' },
    stock: { words: '404, a problem document', status: 404, headers: problem },
    ours: { words: '400 that names the examples', status: 400, body: /Expected daily, hourly or empty/ },
    why: '404 would mean the URL.',
  },
  {
    asked: '`Prefer: code=999`',
    headers: { Prefer: 'code=999' },
    stock: { words: '404, a problem document', status: 404, headers: problem },
    ours: { words: '400 that names the statuses', status: 400, body: /Expected one of 200, 400, 401/ },
    why: '404 would mean the URL.',
  },
  {
    asked: '`Prefer: code=abc`, `dynamic=maybe`',
    headers: { Prefer: 'code=abc' },
    more: [{ headers: { Prefer: 'dynamic=maybe' } }],
    stock: { words: '422, a problem document', status: 422, headers: problem },
    ours: { words: '400', status: 400, body: /Prefer: (code|dynamic)=.* is not allowed/ },
    why: documented,
  },
  {
    asked: 'the headers `X-RateLimit-…`',
    stock: {
      words: 'the examples, always the same',
      status: 200,
      headers: { 'x-ratelimit-reset': /^1530248400$/ },
    },
    ours: {
      words: 'a budget that is counted',
      status: 200,
      headers: { 'x-ratelimit-reset': /^(?!1530248400)\d+$/ },
    },
    why: 'Clients can be tested against them.',
  },
  {
    asked: '`Access-Control-Expose-Headers`',
    headers: { Origin: 'https://page.example' },
    stock: {
      words: '`*`, with credentials',
      status: 200,
      headers: { 'access-control-expose-headers': /^\*$/, 'access-control-allow-credentials': /^true$/ },
    },
    ours: {
      words: 'the names',
      status: 200,
      headers: { 'access-control-expose-headers': /^x-ratelimit-limit, / },
    },
    why: 'Browsers take `*` for a name when credentials are allowed.',
  },
  {
    asked: 'a URL of 20 kB',
    query: `length=3&app_id=${'a'.repeat(20_000)}`,
    stock: { words: '431 without a body', status: 431, body: /^$/ },
    ours: { words: '200', status: 200, body: /"success"/ },
    why: 'Any request up to 256 kB gets an answer with a message.',
  },
];
