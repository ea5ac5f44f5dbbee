/** A URL with another scheme than http; web links are compared as links. */
const ADDRESS =
  /(?<![\p{Script=Latin}\d])(?!https?:)\p{Ll}[\p{Ll}\d+-]+:\/\/[^\s<>«»“”"'’\uFFFC]*[^\s<>«»“”"'’\uFFFC.,;:!?)\]…]/gu; // s3://bucket/file
const PATH =
  /(?<![\p{L}\d/.:<·}$€£¥%”»」』）)-]|(?:href|src)=["'])\/[\p{Script=Latin}_{][\p{Script=Latin}\d_.·{}-]*(?:\/[\p{Script=Latin}\d_.·{}:-]+)*\/?(?<![.:])/gu; // /sessions/data_series
/** A name and its value, except attributes that are shown to readers. */
const ASSIGNMENT =
  /(?<![\p{Script=Latin}\d_-])(?!(?:title|text|label|alt|caption)=)[\p{Script=Latin}_][\p{Script=Latin}\d_.-]*=(?:"[^"\uFFFC]*"|[^\s"'’“”«»「」『』（），、。<>{}()|=\uFFFC]*[^\s"'’“”«»「」『』（），、。<>{}()|=\uFFFC.,;:!?…])/gu; // unit=day
const TIME_ZONE =
  /(?<![\p{Script=Latin}\d/])(?:Africa|America|Asia|Atlantic|Australia|Etc|Europe|Indian|Pacific|US)(?:\/\p{Lu}[\p{Script=Latin}_]+)+/gu; // Europe/Paris
const LABEL = '[\\p{Script=Latin}\\d](?:[\\p{Script=Latin}\\d_-]*[\\p{Script=Latin}\\d])?';
const HOST = new RegExp(
  `(?<![\\p{Script=Latin}\\d.@/-])${LABEL}(?:\\.[\\p{Ll}\\d](?:[\\p{Script=Latin}\\d_-]*[\\p{Script=Latin}\\d])?)+(?![\\p{Script=Latin}\\d])`,
  'gu',
); // rest.iad-01.braze.com
const SNAKE =
  /(?<![\p{Script=Latin}\d_])[\p{Script=Latin}\d]+(?:_[\p{Script=Latin}\d]+)+(?![\p{Script=Latin}\d_])/gu; // ending_at
const HEADER =
  /(?<![\p{Script=Latin}\d-])\p{Lu}[\p{Script=Latin}\d]*(?:-[\p{Script=Latin}\d]+)+(?![\p{Script=Latin}\d-])/gu; // X-RateLimit-Reset
const CAMEL =
  /(?<![\p{Script=Latin}\d])(?!eCommerce|\p{Ll}{1,2}\p{Lu}\p{Ll}?(?![\p{Script=Latin}\d]))\p{Ll}+(?:\p{Lu}[\p{Ll}\d]*)+(?![\p{Script=Latin}\d])/gu; // endingAt

const MEDIA_TYPE = new RegExp(
  `(?<![\\p{Script=Latin}\\d/.])(?:${[
    'application/(?:[\\w.-]+\\+)?(?:json|xml|pdf|zip|octet-stream|(?:x-|vnd\\.)[\\w.+-]+)',
    'multipart/[\\w-]+',
    'text/(?:plain|html|csv|event-stream)',
    'image/(?:png|jpeg|gif|webp|svg\\+xml)',
  ].join('|')})(?![\\p{Script=Latin}\\d/])`,
  'gu',
); // application/json
const LANGUAGES =
  'ar bg cs da de el en es et fi fr he hi hr hu it ja ko lt lv ms nb nl pl pt ro ru sk sl sr sv th tr uk vi zh';
const LANGUAGE_TAG = new RegExp(
  `(?<![\\p{Script=Latin}\\d-])(?:${LANGUAGES.replaceAll(' ', '|')})-(?:\\p{Lu}{2}|\\p{Lu}\\p{Ll}{3})(?![\\p{Script=Latin}\\d-])`,
  'gu',
); // fr-FR
const REGION = /(?<![\p{Script=Latin}\d-])\p{Ll}{2,}(?:-\p{Ll}+)+-?\d+(?![\p{Script=Latin}\d-])/gu; // us-east-1
const QUOTED_LETTER = /(?<=["“])\p{Lu}(?=["”])/gu; // "M"
const AFTER_ROUTE =
  /(?<=(?:endpoint|route|path)s?\s)[\p{Ll}\d_-]+(?:\/[\p{Ll}\d_-]+)+(?![\p{Script=Latin}\d/])/gu; // the endpoint users/track
const BEFORE_ROUTE =
  /(?<![\p{Script=Latin}\d/.:_-])[\p{Ll}\d_-]+(?:\/[\p{Ll}\d_-]+)+(?=\s(?:endpoint|route|path))/gu; // the users/track endpoint
const PASCAL =
  /(?<![\p{Script=Latin}\d])(?![KMGTP]iB)\p{Lu}[\p{Ll}\d]+(?:\p{Lu}[\p{Ll}\d]*)+(?![\p{Script=Latin}\d])/gu; // JavaScript, but not GiB
const METHOD =
  /(?<![\p{Script=Latin}\d]|\p{Lu}{2,}\s)(?:GET|POST|PUT|PATCH|DELETE|HEAD)(?![\p{Script=Latin}\d]|\s\p{Lu}{2,})/gu;

/** The shape of a name, and a sign without which no text has one: looking for the sign first is many times faster. */
export interface Shape {
  pattern: RegExp;
  sign: RegExp;
}

/** The shapes of names that a translation must mention as often, in the order of the search. */
export const EXACT: readonly Shape[] = [
  { pattern: ADDRESS, sign: /:\/\// },
  { pattern: PATH, sign: /\// },
  { pattern: ASSIGNMENT, sign: /=/ },
  { pattern: TIME_ZONE, sign: /\// },
  { pattern: HOST, sign: /\./ },
  { pattern: SNAKE, sign: /_/ },
  { pattern: HEADER, sign: /-/ },
  { pattern: CAMEL, sign: /\p{Ll}\p{Lu}/u },
];
/** The shapes of names that a translation must mention, but may repeat. */
export const LOOSE: readonly Shape[] = [
  { pattern: MEDIA_TYPE, sign: /\// },
  { pattern: LANGUAGE_TAG, sign: /-/ },
  { pattern: REGION, sign: /-/ },
  { pattern: QUOTED_LETTER, sign: /["“]/ },
  { pattern: AFTER_ROUTE, sign: /\// },
  { pattern: BEFORE_ROUTE, sign: /\// },
  { pattern: PASCAL, sign: /[\p{Ll}\d]\p{Lu}/u },
  { pattern: METHOD, sign: /[A-Z]{3}/ },
];

/** Whether it is a name, and not an abbreviation (`e.g`), a version (`v1.2`) or a hyphenated word. */
export function isName(token: string): boolean {
  // "count=250" is a word and a number.
  if (/^\p{L}+=\d+$/u.test(token)) return false;
  // Each language has its own word for a naming convention.
  if (/^(?:camel|pascal|kebab|snake)[-_]?case$/i.test(token)) return false;
  if (token.includes('/')) return true;
  if (token.includes('.')) {
    const [first = '', ...others] = token.split('.');
    return (
      first.length > 1 &&
      /\p{Script=Latin}/u.test(first) &&
      /\p{Script=Latin}{2}/u.test(token) &&
      others.some((label) => /\p{Script=Latin}/u.test(label)) &&
      !/^v\d/i.test(token)
    );
  }
  if (token.includes('_')) return /\p{Script=Latin}/u.test(token);
  if (token.includes('-'))
    return (
      /^\p{Ll}{2}-/u.test(token) ||
      (isHeaderName(token) && /^(?:\p{Lu}[\p{L}\d]*-?)+$/u.test(token)) ||
      /^\p{Lu}[\p{Lu}\d]*(?:-[\p{Lu}\d]{2,}){2,}$/u.test(token)
    );
  return true;
}

/** HTTP header names: IANA's registry, and other common ones. */
const FIELDS = new Set(
  `accept accept-charset accept-encoding accept-language accept-patch accept-post accept-ranges
  access-control-allow-credentials access-control-allow-headers access-control-allow-methods
  access-control-allow-origin access-control-expose-headers access-control-max-age access-control-request-headers
  access-control-request-method age allow authorization cache-control connection content-disposition
  content-encoding content-language content-length content-location content-md5 content-range
  content-security-policy content-type cookie date deprecation digest etag expect expires forwarded from host
  idempotency-key if-match if-modified-since if-none-match if-range if-unmodified-since keep-alive last-modified
  link location origin pragma prefer preference-applied proxy-authenticate proxy-authorization range
  ratelimit-limit ratelimit-policy ratelimit-remaining ratelimit-reset referer referrer-policy retry-after
  sec-fetch-dest sec-fetch-mode sec-fetch-site server server-timing set-cookie strict-transport-security sunset te
  trailer transfer-encoding upgrade user-agent vary via warning www-authenticate`.split(/\s+/),
);

/** Whether a word is the name of an HTTP header: a known one, or one that begins with `X-`. */
export function isHeaderName(word: string): boolean {
  return FIELDS.has(word.toLowerCase()) || /^X-\p{L}/u.test(word);
}
