import fc from 'fast-check';
/** A request as it is sent. */
export interface AnyRequest {
  method: string;
  path: string;
  query: string;
  headers: { readonly [name: string]: string | undefined };
  hasBody: boolean;
}

/** A valid request, except for the given parts. */
function request(parts: Partial<AnyRequest>): AnyRequest {
  return {
    method: 'GET',
    path: '/sessions/data_series',
    query: 'length=3',
    headers: { authorization: 'Bearer k' },
    hasBody: false,
    ...parts,
  };
}

const value = {
  length: fc.oneof(
    fc.integer({ min: -5, max: 120 }).map(String),
    fc.constantFrom('', 'abc', '1e1', '0x10', '+3', '٣'),
    fc.string(),
  ),
  unit: fc.oneof(fc.constantFrom('day', 'hour', 'jour', 'DAY', ''), fc.string()),
  ending_at: fc.oneof(
    fc
      .date({ min: new Date('0001-01-05'), max: new Date('9998-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString()),
    fc.constantFrom(
      '2018-06-28T23:59:59-5:00',
      '2018-06-28T23:59:59+02:00',
      '2018-02-29T00:00:00Z',
      'hier',
      '2018-06-28T23:59',
    ),
    fc.string(),
  ),
  app_id: fc.oneof(fc.constantFrom('app-ios', '{{app_identifier}}', ''), fc.string({ unit: 'grapheme' })),
  segment_id: fc.oneof(fc.constantFrom('segment-new', '{{segment_identifier}}', ''), fc.string()),
};
const pair = fc
  .oneof(
    { weight: 12, arbitrary: fc.constantFrom('length', 'unit', 'ending_at', 'app_id', 'segment_id') },
    { weight: 1, arbitrary: fc.constantFrom('Length', 'unité', '__code', 'length[]', '', 'a.b') },
  )
  .chain((name) => {
    const values = Object.hasOwn(value, name) ? value[name as keyof typeof value] : fc.string();
    return fc.tuple(values, fc.boolean()).map(([text, encode]) => {
      // Some are sent unencoded, as people write them.
      const safe = encode || /[^!-"$%'-~]/.test(text) || /[&#]/.test(text);
      return `${encodeURIComponent(name)}=${safe ? encodeURIComponent(text) : text}`;
    });
  });
const query = fc.oneof(
  { weight: 3, arbitrary: fc.array(pair, { maxLength: 5 }).map((pairs) => ['length=7', ...pairs].join('&')) },
  { weight: 1, arbitrary: fc.array(pair, { maxLength: 5 }).map((pairs) => pairs.join('&')) },
);
const authorization = fc.oneof(
  { weight: 8, arbitrary: fc.constant('Bearer k') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('bearer k', 'BEARER  k', 'Bearer', 'Basic x', 'Bearer "k"', undefined),
  },
);
const accept = fc.oneof(
  { weight: 8, arbitrary: fc.constant(undefined) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '*/*',
      'application/json',
      'text/plain',
      'text/html, */*;q=0.8',
      'application/*',
    ),
  },
);
const prefer = fc.oneof(
  { weight: 12, arbitrary: fc.constant(undefined) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'code=404',
      'code=429',
      'code=503',
      'code=400, example=unitUnknown',
      'code=401, example=nope',
      'example=hourly',
      'example=hourly, dynamic=true',
      'dynamic=true',
      'dynamic=true, code=403, seed=7',
      'dynamic=false',
      'code=999',
      'respond-async',
    ),
  },
);
/** Requests of all kinds, most of them invalid. */
export const anyRequest: fc.Arbitrary<AnyRequest> = fc
  .record({
    method: fc.oneof(
      { weight: 9, arbitrary: fc.constant('GET') },
      { weight: 1, arbitrary: fc.constantFrom('HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS') },
    ),
    path: fc.oneof(
      { weight: 12, arbitrary: fc.constant('/sessions/data_series') },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '/',
          '/fr/sessions/data_series',
          '/sessions/data_series/',
          '//sessions/data_series',
          '/sessions',
        ),
      },
    ),
    query,
    authorization,
    accept,
    prefer,
    hasBody: fc.oneof(
      { weight: 12, arbitrary: fc.constant(false) },
      { weight: 1, arbitrary: fc.constant(true) },
    ),
  })
  .map(({ authorization: authorizationValue, accept: acceptValue, prefer: preferValue, ...rest }) =>
    request({
      ...rest,
      headers: {
        authorization: authorizationValue,
        accept: acceptValue,
        prefer: preferValue,
        ...(rest.hasBody ? { 'content-length': '2', 'content-type': 'application/json' } : {}),
      },
    }),
  );
