/** Headers by their names: an object, in which `undefined` stands for no header, or the platform's `Headers`. */
export type GivenHeaders = Readonly<Record<string, string | undefined>> | Iterable<readonly [string, string]>;

/**
 * Reads headers: by their names in lower case, so that one replaces another whatever its case.
 *
 * @throws TypeError for a name or a value that no request can carry.
 */
export function readHeaders(given: GivenHeaders | undefined): Record<string, string> {
  if (!given) return {};
  const pairs = Symbol.iterator in given ? [...given] : Object.entries(given);
  const set = pairs.filter(([, value]) => value !== undefined);
  const last = Object.fromEntries(set.map(([name, value]) => [name.toLowerCase(), String(value)]));
  // The platform knows what a header may be.
  return Object.fromEntries(new Headers(last));
}
