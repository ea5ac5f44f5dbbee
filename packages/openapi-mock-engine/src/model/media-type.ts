import type { MediaType } from './operation.ts';

/** A parsed media type: type, subtype and parameters, names in lower case. */
export interface ParsedMediaType {
  type: string;
  subtype: string;
  parameters: ReadonlyMap<string, string>;
}

const token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const typePattern = new RegExp(`^\\s*(${token})/(${token})\\s*((?:;.*)?)$`, 's');

/** Parses `application/json; charset=utf-8`. `undefined` if it is not a media type. */
export function parseMediaType(text: string): ParsedMediaType | undefined {
  const [, type, subtype, rest = ''] = typePattern.exec(text) ?? [];
  if (type === undefined || subtype === undefined) return undefined;
  const parameters = new Map<string, string>();
  for (const [, name = '', quoted, plain = ''] of rest.matchAll(
    /;\s*([^=;\s]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))/g,
  )) {
    parameters.set(name.toLowerCase(), quoted === undefined ? plain.trim() : quoted.replace(/\\(.)/g, '$1'));
  }
  return { type: type.toLowerCase(), subtype: subtype.toLowerCase(), parameters };
}

/** Type and subtype without parameters, in lower case. */
export function essence(mediaType: string): string {
  return (mediaType.split(';')[0] ?? '').trim().toLowerCase();
}

/** Whether a media type is JSON: `application/json`, or with the suffix `+json`. */
export function isJson(mediaType: string): boolean {
  return /^[^/]+\/(?:json|[^;]*\+json)\s*(?:;|$)/i.test(mediaType.trim());
}

/**
 * The media type of a contract that describes a body: an exact one before `text/*`, that before `*` + `/*`. A charset
 * does not matter.
 */
export function findMediaType(content: readonly MediaType[], contentType: string): MediaType | undefined {
  const wanted = parseMediaType(contentType);
  if (wanted === undefined) return undefined;
  const exact = `${wanted.type}/${wanted.subtype}`;
  const same = content.filter(({ mediaType }) => essence(mediaType) === exact);
  if (same.length > 1) {
    // Versions are distinguished by parameters.
    const parameters = [...wanted.parameters].filter(([name]) => name !== 'charset' && name !== 'boundary');
    const closest = same.find(({ mediaType }) => {
      const own = parseMediaType(mediaType)?.parameters;
      return (
        own !== undefined &&
        parameters.every(([name, value]) => own.get(name) === value) &&
        own.size >= parameters.length
      );
    });
    if (closest !== undefined) return closest;
  }
  return (
    same[0] ??
    content.find(({ mediaType }) => essence(mediaType) === `${wanted.type}/*`) ??
    content.find(({ mediaType }) => essence(mediaType) === '*/*' || essence(mediaType) === '*')
  );
}
