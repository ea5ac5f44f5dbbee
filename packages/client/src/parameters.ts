import type { Operation, Parameter } from './operation.ts';

/** Values by the names of their parameters. */
export type Values = Readonly<Record<string, unknown>>;

/**
 * Writes the parameters of one place in the styles of the contract.
 *
 * @param defaults of the client, for parameters that are not given.
 * @returns the text of each parameter that has a value, with its name.
 * @throws TypeError for a name that the contract does not know, and for a required parameter that is missing.
 * @throws URIError for text with half a surrogate pair, which no URL can carry.
 */
export function writeParameters(
  { id, parameters }: Operation,
  place: Parameter['in'],
  values: Values = {},
  defaults: Values = {},
): [name: string, text: string][] {
  const own = parameters.filter((parameter) => parameter.in === place);
  refuseUnknown(
    id,
    values,
    own.map(({ name }) => name),
  );
  return own.flatMap(
    ({ name, isRequired, write, encode = place === 'header' ? String : encodeURIComponent }) => {
      const value = values[name] === undefined ? defaults[name] : values[name];
      if (value !== undefined && value !== null) return [[name, write(name, value, encode)]];
      if (isRequired) throw new TypeError(`${id}: the ${place} parameter "${name}" is required`);
      return [];
    },
  );
}

/** @throws TypeError for a name that is not known. */
export function refuseUnknown(id: string, values: Values, known: readonly string[]): void {
  for (const name in values) {
    if (known.includes(name)) continue;
    throw new TypeError(`${id}: unknown parameter "${name}"; expected ${known.join(', ') || 'none'}`);
  }
}

/** @throws TypeError for what is not an object of parameters. */
export function checkGiven(id: string, given: unknown): Values {
  if (typeof given === 'object' && given !== null) return given as Values;
  if (given === undefined) return {};
  throw new TypeError(`${id}: expected an object of parameters, got ${given}`);
}

/** Adds pairs to a URL. */
export function withQuery(url: string, pairs: readonly string[]): string {
  // An array without items is written as nothing.
  const query = pairs.filter(Boolean).join('&');
  return query ? `${url}${url.includes('?') ? '&' : '?'}${query}` : url;
}
