/** Headers: an object, in which `undefined` means no header, or the platform's `Headers`. */
export type GivenHeaders = Readonly<Record<string, string | undefined>> | Iterable<readonly [string, string]>;

/**
 * Reads headers by name in lower case, so that names are case-insensitive.
 *
 * @throws TypeError for an invalid name or value.
 */
export function readHeaders(given: GivenHeaders | undefined): Record<string, string> {
  if (!given) return {};
  const pairs = Symbol.iterator in given ? [...given] : Object.entries(given);
  const set = pairs.filter(([, value]) => value !== undefined);
  const last = Object.fromEntries(set.map(([name, value]) => [name.toLowerCase(), String(value)]));
  // The platform validates headers.
  return Object.fromEntries(new Headers(last));
}
