import type { Finding } from './finding.ts';
import type { Operation, SecurityRequirement, SecurityScheme } from './operation.ts';
import { list, quote } from './quote.ts';
import type { ParameterSource } from './style/deserialize.ts';

/**
 * Why a request is not authenticated; empty if it is, or if that is not required. Any key is accepted, and keys
 * never appear in messages. Of several alternatives, the message is about the one that comes nearest.
 */
export function checkSecurity({ security }: Pick<Operation, 'security'>, source: ParameterSource): Finding[] {
  if (security.length === 0) return [];
  const attempts = security.map((requirement) =>
    requirement.map(({ scheme }) => refuse(scheme, source)).filter((finding) => finding !== undefined),
  );
  if (attempts.some((findings) => findings.length === 0)) return [];
  const tried = attempts.find((findings, index) => isTried(security[index] ?? [], findings));
  if (tried !== undefined) return tried;
  const [only] = attempts;
  if (attempts.length === 1 && only !== undefined) return only;
  const expected = list(
    [...new Set(attempts.map((findings) => findings.map((finding) => finding.expected).join(' and ')))],
    'or',
  );
  const names = [...new Set(attempts.flatMap((findings) => findings.map(({ name }) => name)))];
  return [
    make(
      names.length === 1 ? (names[0] ?? 'Authorization') : 'Credentials',
      'missing',
      'is missing',
      expected,
    ),
  ];
}

/** Whether a request has a credential for a requirement, even an invalid one. */
function isTried(requirement: SecurityRequirement, findings: readonly Finding[]): boolean {
  return findings.length < requirement.length || findings.some(({ keyword }) => keyword !== 'missing');
}

function refuse(scheme: SecurityScheme, source: ParameterSource): Finding | undefined {
  switch (scheme.type) {
    case 'apiKey':
      return refuseKey(scheme, source);
    case 'http':
      return refuseAuthorization(scheme.scheme ?? 'bearer', scheme.bearerFormat, source);
    case 'mutualTLS':
      // Mutual TLS is checked before a request is sent.
      return undefined;
    default:
      return refuseAuthorization('bearer', scheme.bearerFormat, source);
  }
}

function refuseKey(
  { in: place, parameter = '' }: SecurityScheme,
  source: ParameterSource,
): Finding | undefined {
  const value =
    place === 'query'
      ? source.query.find(({ name }) => name === parameter)?.value
      : place === 'cookie'
        ? source.cookies.find(({ name }) => name === parameter)?.value
        : first(source.headers[parameter.toLowerCase()]);
  if (value !== undefined && value !== '') return undefined;
  const where =
    place === 'header' || place === undefined ? `the header ${parameter}` : `${place} ${parameter}`;
  return make(parameter, 'missing', 'is missing', `an API key in ${where}`);
}

function refuseAuthorization(
  scheme: string,
  format: string | undefined,
  source: ParameterSource,
): Finding | undefined {
  const word = `${scheme.charAt(0).toUpperCase()}${scheme.slice(1)}`;
  const credentials =
    scheme === 'basic'
      ? 'user and password in Base64'
      : format === undefined || format === 'JWT'
        ? 'a token'
        : withArticle(format);
  const expected = `the word ${word}, a space and ${credentials}`;
  const value = first(source.headers.authorization);
  if (value === undefined || value === '') return make('Authorization', 'missing', 'is missing', expected);
  const [, sent, key] = /^([A-Za-z0-9!#$%&'*+.^_`|~-]+)\s+(\S.*)$/s.exec(value) ?? [];
  // The scheme is case-insensitive (RFC 9110, section 11.1).
  if (sent === undefined || key === undefined || sent.toLowerCase() !== scheme) {
    const given = /^[A-Za-z]{1,20}(?=\s|$)/.exec(value)?.[0];
    return make(
      'Authorization',
      'scheme',
      `${given === undefined ? 'the value' : `"${given}"`} is not allowed`,
      expected,
    );
  }
  if (/^["'“‘«].*["'”’»]$/.test(key)) {
    return make(
      'Authorization',
      'quotes',
      'the quotation marks around the key are not allowed',
      'the key without them',
    );
  }
  if (scheme === 'basic' && !isUserAndPassword(key)) {
    return make('Authorization', 'syntax', 'the credentials are not user:password in Base64', expected);
  }
  return undefined;
}

/** Whether a text is Base64 of two texts with a colon between them (RFC 7617). */
function isUserAndPassword(text: string): boolean {
  try {
    return atob(text.replaceAll('-', '+').replaceAll('_', '/')).includes(':');
  } catch {
    return false;
  }
}

function withArticle(noun: string): string {
  return /^(an?|the) /i.test(noun) ? noun : `${/^[aeio]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

function make(name: string, keyword: string, sentence: string, expected: string): Finding {
  return {
    in: 'security',
    name: name === '' ? quote(name) : name,
    path: [],
    keyword,
    value: undefined,
    expected,
    suggestion: undefined,
    message: `${name}: ${sentence}. Expected ${expected}.`,
  };
}

function first(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'object' ? value[0] : value;
}
