import {
  isEmail,
  isHostname,
  isIdnHostname,
  isIpv4,
  isIpv6,
  isIri,
  isIriReference,
  isUri,
  isUriReference,
  isUriTemplate,
} from './internet.ts';

/** The supported formats of JSON Schema and OpenAPI, each with its name in messages. */
export const formats: ReadonlyMap<string, { name: string; example: string; test(text: string): boolean }> =
  new Map([
    ['date-time', { name: 'an RFC 3339 date-time', example: '2026-01-31T12:00:00Z', test: isDateTime }],
    ['date', { name: 'an ISO 8601 date', example: '2026-01-31', test: isDate }],
    ['time', { name: 'an RFC 3339 time', example: '12:00:00Z', test: isTime }],
    [
      'duration',
      {
        name: 'an ISO 8601 duration',
        example: 'P1DT12H',
        test: matches(
          /^P(?!$)(?:\d+W|(?:\d+Y(?:\d+M(?:\d+D)?)?|\d+M(?:\d+D)?|\d+D)?(?:T(?!$)(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S))?)$/,
        ),
      },
    ],
    ['email', { name: 'an email address', example: 'ada@example.com', test: isEmail }],
    [
      'idn-email',
      { name: 'an email address', example: 'ada@example.com', test: matches(/^[^\s@]+@[^\s@]+$/u) },
    ],
    ['hostname', { name: 'a host name', example: 'api.example.com', test: isHostname }],
    ['idn-hostname', { name: 'a host name', example: 'api.example.com', test: isIdnHostname }],
    ['ipv4', { name: 'an IPv4 address', example: '192.0.2.1', test: isIpv4 }],
    ['ipv6', { name: 'an IPv6 address', example: '2001:db8::1', test: isIpv6 }],
    ['uri', { name: 'a URI', example: 'https://example.com/', test: isUri }],
    ['url', { name: 'a URL', example: 'https://example.com/', test: isUri }],
    ['iri', { name: 'an IRI', example: 'https://example.com/', test: isIri }],
    ['uri-reference', { name: 'a URI or a relative reference', example: '/pets/1', test: isUriReference }],
    ['iri-reference', { name: 'an IRI or a relative reference', example: '/pets/1', test: isIriReference }],
    [
      'uuid',
      {
        name: 'a UUID',
        example: '123e4567-e89b-42d3-a456-426614174000',
        test: matches(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i),
      },
    ],
    [
      'json-pointer',
      { name: 'a JSON Pointer', example: '/a/0', test: matches(/^(?:\/(?:[^~/]|~0|~1)*)*$/u) },
    ],
    [
      'relative-json-pointer',
      {
        name: 'a relative JSON Pointer',
        example: '1/a',
        test: matches(/^(?:0|[1-9]\d*)(?:#|(?:\/(?:[^~/]|~0|~1)*)*)$/u),
      },
    ],
    ['uri-template', { name: 'a URI template', example: '/pets/{id}', test: isUriTemplate }],
    ['regex', { name: 'a regular expression', example: '^a+$', test: isRegExp }],
    [
      'byte',
      {
        name: 'text in Base64',
        example: 'aGVsbG8=',
        test: matches(/^(?:[A-Za-z0-9+/_-]{4})*(?:[A-Za-z0-9+/_-]{2}(?:==)?|[A-Za-z0-9+/_-]{3}=?)?$/),
      },
    ],
  ]);

/** The ranges of number formats. */
export const numberFormats: ReadonlyMap<string, readonly [minimum: number, maximum: number]> = new Map([
  ['int8', [-128, 127]],
  ['uint8', [0, 255]],
  ['int16', [-32_768, 32_767]],
  ['uint16', [0, 65_535]],
  ['int32', [-2_147_483_648, 2_147_483_647]],
  ['uint32', [0, 4_294_967_295]],
]);

function matches(pattern: RegExp): (text: string) => boolean {
  return (text) => pattern.test(text);
}

function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (year === undefined) return false;
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  return m >= 1 && m <= 12 && d >= 1 && d <= daysInMonth(y, m);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isTime(text: string): boolean {
  const match = /^(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:z|([+-])(\d\d):(\d\d))$/i.exec(text);
  if (match === null) return false;
  const [hour = 0, minute = 0, second = 0] = match.slice(1, 4).map(Number);
  const [offsetHour = 0, offsetMinute = 0] = match.slice(5, 7).map((part) => Number(part ?? 0));
  if (hour > 23 || minute > 59 || offsetHour > 23 || offsetMinute > 59) return false;
  if (second < 60) return true;
  // A leap second ends a day of UTC.
  const sign = match[4] === '-' ? 1 : -1;
  const utc = ((((hour + sign * offsetHour) * 60 + minute + sign * offsetMinute) % 1440) + 1440) % 1440;
  return second === 60 && utc === 1439;
}

function isDateTime(text: string): boolean {
  return /^.{10}t/is.test(text) && isDate(text.slice(0, 10)) && isTime(text.slice(11));
}

function isRegExp(text: string): boolean {
  try {
    return new RegExp(text, 'u') !== null;
  } catch {
    return false;
  }
}
