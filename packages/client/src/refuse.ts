/**
 * Refuses a value that an option, a parameter or a key cannot have.
 *
 * @param subject what has the value.
 * @param expectation what it may have instead.
 * @throws TypeError
 */
export function refuseValue(subject: string, value: unknown, expectation: string): never {
  throw new TypeError(`${subject}: expected ${expectation}, got ${describe(value)}`);
}

/** A number, or the kind of a value: texts and objects may contain a key. */
export function describe(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return value === '' ? '""' : {}.toString.call(value).slice('[object '.length, -1);
}

/**
 * Refuses unknown names.
 *
 * @param subject what has the names.
 * @throws TypeError for the first one, and for anything but an object.
 */
export function refuseUnknown(
  subject: string,
  given: unknown,
  known: readonly string[],
): asserts given is Record<string, unknown> {
  if (!isRecord(given)) refuseValue(subject, given, 'an object');
  for (const name of Object.keys(given)) {
    if (known.includes(name)) continue;
    throw new TypeError(`${subject}: unknown name "${name}"; expected ${known.join(', ') || 'none'}`);
  }
}

/**
 * Refuses to send a key somewhere, unless an option allows it.
 *
 * @throws TypeError
 */
export function refuseKey(where: string, option: string): never {
  throw new TypeError(`Refusing to send an API key ${where}. Pass ${option}: true to allow it.`);
}

/** Whether a value is an object, and not an array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
