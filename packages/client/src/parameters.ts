import type { Operation, Parameters } from './operation.ts';
import { refuseUnknown, refuseValue } from './refuse.ts';

/** Values by parameter name. */
export type Values = Readonly<Record<string, unknown>>;

/**
 * Serializes the parameters of one location in the styles of the contract.
 *
 * @param defaults of the client, for missing parameters.
 * @returns the text of each parameter that has a value, with its name.
 * @throws TypeError for a name that the contract does not know, a value that cannot be written, and for a required parameter that
 *   is missing.
 */
export function writeParameters(
  { id, parameters }: Operation,
  place: keyof Parameters,
  values: unknown = {},
  defaults: Values = {},
): [name: string, text: string][] {
  const own = parameters[place] ?? [];
  refuseUnknown(
    id,
    values,
    own.map(({ name }) => name),
  );
  const written: [string, string][] = [];
  for (const { name, isRequired, isNullable, write, encode = encodeURIComponent } of own) {
    const value = values[name] === undefined ? defaults[name] : values[name];
    const isMissing = value === undefined || (value === null && isNullable);
    if (isMissing && !isRequired) continue;
    const subject = `${id}: the ${place} parameter "${name}"`;
    if (isMissing || value === null) refuseValue(subject, value, 'a value');
    try {
      written.push([name, write(name, value, encode)]);
    } catch (error) {
      // A lone surrogate, an invalid Date, a circular object.
      throw new TypeError(`${subject} cannot be sent: ${Object(error).message}`);
    }
  }
  return written;
}

/** Adds a query to a URL without one. */
export function withQuery(url: string, pairs: readonly string[]): string {
  // An empty array is left out.
  const query = pairs.filter(Boolean).join('&');
  return query ? `${url}?${query}` : url;
}
