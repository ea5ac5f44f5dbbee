/** The part of an operation by which its valid requests are recognized without the engine. */
export interface LightOperation {
  readonly path: string;
  readonly parameters: readonly LightParameter[];
  readonly rateLimit?: number;
  readonly rateLimitWindow?: number;
}

/** A parameter of the query, checked by one expression, and by bounds if it is a number. */
export interface LightParameter {
  readonly name: string;
  readonly isRequired: boolean;
  /** Source of a regular expression. */
  readonly form: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: string;
}

/** Headers that do not change the answer: credentials, and what the client accepts. */
const plainHeaders = new Map([
  ['authorization', /^bearer [\w.~+/-]+=*$/i],
  ['accept', /^(\*\/\*|application\/json(, .*)?)$/],
]);

/**
 * The query of a valid request, defaults filled in. @returns undefined for any other request, which the
 * engine must handle
 */
export function readLightQuery(
  { path, parameters }: LightOperation,
  { method, url, headers }: Request,
): { [name: string]: string | number } | undefined {
  const { pathname, searchParams } = new URL(url);
  if (method !== 'GET' || pathname !== path || !headers.has('authorization')) return undefined;
  for (const [name, value] of headers) if (!plainHeaders.get(name)?.test(value)) return undefined;
  const query: { [name: string]: string | number } = {};
  for (const [name, text] of searchParams) {
    const parameter = parameters.find((one) => one.name === name);
    if (!parameter || name in query || !new RegExp(parameter.form, 'u').test(text)) return undefined;
    const { minimum, maximum } = parameter;
    if (Number(text) < (minimum ?? -Infinity) || Number(text) > (maximum ?? Infinity)) return undefined;
    query[name] = minimum === undefined && maximum === undefined ? text : Number(text);
  }
  for (const { name, isRequired, default: preset } of parameters) {
    if (name in query) continue;
    if (isRequired) return undefined;
    if (preset !== undefined) query[name] = preset;
  }
  return query;
}
