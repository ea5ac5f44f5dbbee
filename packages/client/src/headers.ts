/** Headers: an object, in which `undefined` means no header, or the platform's `Headers`. */
export type GivenHeaders =
  | Readonly<Record<string, string | undefined>>
  | Headers
  | Iterable<readonly [string, string]>;

/**
 * Reads headers by name in lower case, so that names are case-insensitive.
 *
 * @throws TypeError for an invalid name or value.
 */
export function readHeaders(given: GivenHeaders = {}): Record<string, string> {
  const headers = new Headers();
  const pairs = Symbol.iterator in given ? given : Object.entries(given);
  // The platform validates headers.
  for (const [name, value] of pairs as Iterable<[string, string | undefined]>) {
    if (value !== undefined) headers.set(name, value);
  }
  return Object.fromEntries(headers);
}
