import { parseQuery } from '../model/style/query.ts';

/** Names of parameters whose values are or may be credentials. */
const secretName =
  /(?:^|[_.-]|%5B|\[)(?:api[_-]?key|access[_-]?token|key|token|secret|client[_-]?secret|password|passwd|signature|sig|auth|authorization|credentials?)(?:\]|%5D)?$|apiKey$|accessToken$/i;

/** A query string with credentials replaced with three asterisks. */
export function redactQuery(query: string): string {
  if (query === '' || !/key|token|secret|passw|sig|auth|credential/i.test(query)) return query;
  return query
    .split('&')
    .map((part) => {
      const equals = part.indexOf('=');
      return equals !== -1 && secretName.test(part.slice(0, equals)) ? `${part.slice(0, equals)}=***` : part;
    })
    .join('&');
}

/** A message about a request, with the credentials of its query replaced. */
export function redactMessage(message: string, query: string): string {
  if (redactQuery(query) === query) return message;
  let redacted = message;
  for (const { name, value } of parseQuery(query)) {
    if (value !== '' && secretName.test(name)) redacted = redacted.replaceAll(value, '***');
  }
  return redacted;
}
