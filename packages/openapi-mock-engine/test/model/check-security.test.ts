import { describe, expect, test } from 'vitest';
import { checkSecurity, sourceOf } from '../../src/model/index.ts';
import { contractOf } from './contracts.ts';

describe('security', () => {
  const schemes = {
    bearer: { type: 'http', scheme: 'bearer' },
    basic: { type: 'http', scheme: 'Basic' },
    header: { type: 'apiKey', in: 'header', name: 'X-Key' },
    query: { type: 'apiKey', in: 'query', name: 'key' },
    cookie: { type: 'apiKey', in: 'cookie', name: 'sid' },
    oauth: { type: 'oauth2', flows: {} },
  };
  const check = (security: object[], headers: { [name: string]: string } = {}, text = ''): string[] => {
    const { operation: secured } = contractOf({ security }, { components: { securitySchemes: schemes } });
    return checkSecurity(secured, sourceOf({ headers, query: text })).map(({ message }) => message);
  };

  test.for([
    [[{ bearer: [] }], { authorization: 'bearer k' }, ''],
    [[{ basic: [] }], { authorization: 'Basic YTpi' }, ''],
    [[{ header: [] }], { 'x-key': 'k' }, ''],
    [[{ query: [] }], {}, 'key=k'],
    [[{ cookie: [] }], { cookie: 'sid=1' }, ''],
    [[{ oauth: ['read'] }], { authorization: 'Bearer k' }, ''],
    [[{ bearer: [] }, { header: [] }], { 'x-key': 'k' }, ''],
    [[{ bearer: [] }, {}], {}, ''],
    [[], {}, ''],
  ] as const)('the requirement %j is met by %j %s', ([security, headers, text]) => {
    expect(check([...security], { ...headers }, text)).toEqual([]);
  });

  test.for([
    [[{ bearer: [] }], {}, 'Authorization: is missing. Expected the word Bearer, a space and a token.'],
    [
      [{ bearer: [] }],
      { authorization: 'Basic YTpi' },
      'Authorization: "Basic" is not allowed. Expected the word Bearer, a space and a token.',
    ],
    [
      [{ bearer: [] }],
      { authorization: 'Bearer "k"' },
      'Authorization: the quotation marks around the key are not allowed. Expected the key without them.',
    ],
    [[{ header: [] }], {}, 'X-Key: is missing. Expected an API key in the header X-Key.'],
    [[{ cookie: [] }], {}, 'sid: is missing. Expected an API key in cookie sid.'],
    [
      [{ bearer: [] }, { header: [] }],
      {},
      'Credentials: is missing. Expected the word Bearer, a space and a token or an API key in the header X-Key.',
    ],
  ] as const)('the requirement %j refuses %j', ([security, headers, message]) => {
    expect(check([...security], { ...headers })).toEqual([message]);
  });
});
