import { essence, type MediaType, parseMediaType } from '../model/index.ts';

interface Range {
  type: string;
  subtype: string;
  quality: number;
  parameters: ReadonlyMap<string, string>;
}

/** The media type of an answer that a client prefers; `undefined` if it accepts none of them. */
export function negotiate(accept: string | undefined, content: readonly MediaType[]): MediaType | undefined {
  const [first] = content;
  if (accept === undefined || accept.trim() === '' || accept === '*/*') return first;
  const ranges = parseAccept(accept);
  // What cannot be parsed is ignored.
  if (ranges.length === 0) return first;
  let best: MediaType | undefined;
  let bestQuality = 0;
  for (const media of content) {
    const quality = qualityOf(media.mediaType, ranges);
    if (quality > bestQuality) [best, bestQuality] = [media, quality];
  }
  return best;
}

function parseAccept(accept: string): Range[] {
  return accept.split(',').flatMap((part) => {
    const parsed = parseMediaType(part.trim() === '*' ? '*/*' : part);
    if (parsed === undefined) return [];
    const { type, subtype, parameters } = parsed;
    const written = parameters.get('q');
    const quality =
      written === undefined ? 1 : /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(written) ? Number(written) : 0;
    return [
      { type, subtype, quality, parameters: new Map([...parameters].filter(([name]) => name !== 'q')) },
    ];
  });
}

/** The quality value of a media type, from the most specific matching range. */
function qualityOf(mediaType: string, ranges: readonly Range[]): number {
  const [type = '', subtype = ''] = essence(mediaType).split('/');
  const own = parseMediaType(mediaType)?.parameters ?? new Map<string, string>();
  let specific = -1;
  let quality = 0;
  for (const range of ranges) {
    const rank =
      range.type === '*'
        ? 0
        : range.type !== type && type !== '*'
          ? -1
          : range.subtype === '*'
            ? 1
            : matchesSubtype(range, subtype, own)
              ? 2 + range.parameters.size
              : -1;
    if (rank > specific) [specific, quality] = [rank, range.quality];
  }
  return quality;
}

function matchesSubtype(range: Range, subtype: string, own: ReadonlyMap<string, string>): boolean {
  if (subtype !== '*' && range.subtype !== subtype) return false;
  // A parameter that the contract does not have, such as a version, asks for nothing that it has otherwise.
  return [...range.parameters].every(([name, value]) => (own.get(name) ?? value) === value);
}
