/** Fields of HTTP that documentation names (IANA's registry of field names, and other common ones). */
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

/** Whether a word is the name of a header of HTTP: a known one, or one that begins with `X-`. */
export function isHeaderName(word: string): boolean {
  return FIELDS.has(word.toLowerCase()) || /^X-\p{L}/u.test(word);
}
