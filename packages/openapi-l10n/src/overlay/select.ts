import { JSONPathEnvironment, JSONPathError, type JSONPathQuery } from 'json-p3';
import { InputError, type Place } from '../errors.ts';
import { isObject, type Json, type Path } from '../json.ts';

/** A place in a document that a target selects. */
export interface Selected {
  path: Path;
  value: Json;
}

// The library's default recursion limit is too low for `$..` in real contracts.
const environment = new JSONPathEnvironment({ strict: true, maxRecursionDepth: 10_000 });

/** Compiles an RFC 9535 query. `place` returns the position of the query, for the message. */
function compile(query: string, place?: () => Place | undefined): JSONPathQuery {
  try {
    return environment.compile(query);
  } catch (cause) {
    if (!(cause instanceof JSONPathError)) throw cause;
    const column = cause.token.index + 1;
    throw new InputError(
      `JSONPath syntax error at character ${column} of ${query}: ${firstLine(cause.message)}`,
      {
        place: place?.(),
        expected: "an RFC 9535 query, such as $.paths['/pets'].get",
        help: 'Keys with a slash, a hyphen or a space need brackets and quotes.',
        cause,
      },
    );
  }
}

/** The library's message without the position. */
const firstLine = (message: string) => (message.split('\n')[0] ?? message).replace(/ \('.*':\d+\)$/, '');

const STEP = /\.([A-Za-z_][A-Za-z0-9_]*)|\['([^'\\\p{Cc}]*)'\]|\[(0|[1-9]\d{0,8})\]/uy;

/**
 * All places that an RFC 9535 query selects, in its order. A query of names and indices alone, as most targets are, is
 * followed without the library, which needs ten times as long.
 *
 * @param place returns the position of the query, for the message
 * @throws {InputError} when the query is invalid
 */
export function select(document: Json, query: string, place?: () => Place | undefined): Selected[] {
  const path = singularPath(query);
  if (!path)
    return compile(query, place)
      .query(document)
      .nodes.map((node) => ({ path: node.location, value: node.value as Json })); // JSON in, JSON out
  let value: Json | undefined = document;
  for (const step of path) {
    if (typeof step === 'number') value = Array.isArray(value) ? value[step] : undefined;
    else value = isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
    if (value === undefined) return [];
  }
  return [{ path, value }];
}

/** The path of a query that selects at most one place by its names and indices; undefined for other queries. */
function singularPath(query: string): Path | undefined {
  if (!query.startsWith('$')) return undefined;
  const path: (string | number)[] = [];
  for (STEP.lastIndex = 1; STEP.lastIndex < query.length; ) {
    const match = STEP.exec(query);
    if (!match) return undefined;
    const [, name, quoted, index] = match;
    path.push(name ?? quoted ?? Number(index));
  }
  return path;
}
