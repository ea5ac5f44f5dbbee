/** One part of a multipart body. */
export interface Part {
  name: string;
  fileName: string | undefined;
  contentType: string | undefined;
  text: string;
}

/** The maximum number of parts. */
const mostParts = 1_000;

/** Parses a multipart body (RFC 7578). `undefined` if it has no boundary, or does not end with it. */
export function parseMultipart(bytes: Uint8Array | string, boundary: string | undefined): Part[] | undefined {
  if (boundary === undefined || boundary === '') return undefined;
  // One character per byte, so that binary parts are kept.
  const text = typeof bytes === 'string' ? utf8ToBinary(bytes) : binary(bytes);
  const pieces = `\r\n${text}`.split(`\r\n--${boundary}`);
  const last = pieces.at(-1);
  if (pieces.length < 2 || last === undefined || !last.startsWith('--')) return undefined;
  return pieces.slice(1, -1).slice(0, mostParts).map(readPart);
}

function readPart(piece: string): Part {
  const end = piece.indexOf('\r\n\r\n');
  const head = end === -1 ? piece : piece.slice(0, end);
  const disposition = /^content-disposition:(.*)$/im.exec(head)?.[1] ?? '';
  const parameter = (name: string): string | undefined => {
    const value = new RegExp(`[;\\s]${name}="((?:[^"\\\\]|\\\\.)*)"`, 'i').exec(disposition)?.[1];
    return value === undefined ? undefined : fromBinary(value.replace(/\\(.)/g, '$1'));
  };
  return {
    name: parameter('name') ?? '',
    fileName: parameter('filename'),
    contentType: /^content-type:\s*(.*?)\s*$/im.exec(head)?.[1],
    text: end === -1 ? '' : fromBinary(piece.slice(end + 4)),
  };
}

function binary(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += 8192)
    text += String.fromCharCode(...bytes.subarray(start, start + 8192));
  return text;
}

function utf8ToBinary(text: string): string {
  return binary(new TextEncoder().encode(text));
}

/** The text of a part: UTF-8 if valid, else one character per byte. */
function fromBinary(text: string): string {
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return text;
  }
}
