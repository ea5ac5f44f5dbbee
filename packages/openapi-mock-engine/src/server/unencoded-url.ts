import type { MockRequest } from '../message.ts';

/**
 * Parses a request whose URL is not percent-encoded, as `curl '…?unité=jour'` sends it. Node.js rejects it before
 * the parameters can be checked. `undefined` if it is not an HTTP request.
 *
 * @param packet the bytes that were received
 */
export function readUnencoded(packet: Buffer | undefined): MockRequest | undefined {
  const [head = ''] = (packet?.toString('latin1') ?? '').split('\r\n\r\n');
  const [line = '', ...fields] = head.split('\r\n');
  const [, method, target] = /^([A-Z]+) (\/.*) HTTP\/1\.[01]$/.exec(line) ?? [];
  if (method === undefined || target === undefined) return undefined;
  const url = target.replace(/[^!-~]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`);
  const [path = '', ...query] = url.split('?');
  const headers: { [name: string]: string } = Object.create(null);
  for (const field of fields) {
    const [, name = '', value = ''] = /^([!-9;-~]+):[ \t]*([ -~]*)$/.exec(field) ?? [];
    if (name !== '') headers[name.toLowerCase()] = value.trimEnd();
  }
  return { method, path, query: query.join('?'), headers };
}
