/** The scheme's name is compared without regard to case (RFC 9110, section 11.1). */
const bearer = /^bearer\s+(\S.*)$/i;

/** Why a request has no usable key, or `undefined` if it has one. The key itself is never repeated. */
export function refuseAuthorization(value: string | undefined): string | undefined {
  const expected = 'Expected the word Bearer, a space and a REST API key.';
  if (value === undefined || value === '') return `Authorization: is missing. ${expected}`;
  const key = bearer.exec(value)?.[1];
  if (key === undefined) {
    const scheme = /^[A-Za-z]{1,20}(?=\s|$)/.exec(value)?.[0];
    return `Authorization: ${scheme === undefined ? 'the value' : `"${scheme}"`} is not allowed. ${expected}`;
  }
  if (/^["'“‘«].*["'”’»]$/.test(key)) {
    return 'Authorization: the quotation marks round the key are not allowed. Expected the key without them.';
  }
  return undefined;
}
