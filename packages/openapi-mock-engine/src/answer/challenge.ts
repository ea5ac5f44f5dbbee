import type { MockAnswer } from '../message.ts';
import type { Operation } from '../model/index.ts';

/** Adds to a 401 how to authenticate (RFC 9110, 15.5.2). An API key has no scheme that a challenge could name. */
export function challenge(answer: MockAnswer, { security }: Operation): MockAnswer {
  if (answer.status !== 401) return answer;
  const schemes = security.flat().flatMap(({ scheme }) => {
    if (scheme.type === 'apiKey') return [];
    return (scheme.type === 'http' ? scheme.scheme : undefined) ?? 'bearer';
  });
  const names = [...new Set(schemes)].map((scheme) => {
    const name = `${scheme.charAt(0).toUpperCase()}${scheme.slice(1)}`;
    return `${name}${parameters[scheme] ?? ''}`;
  });
  if (names.length > 0) answer.headers['www-authenticate'] ??= names.join(', ');
  return answer;
}

/** What a challenge must say besides its scheme (RFC 7617 and RFC 7616). */
const parameters: { readonly [scheme: string]: string } = {
  basic: ' realm="*"',
  digest: ' realm="*", nonce="abc123"',
};
