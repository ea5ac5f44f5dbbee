import { JSONPathEnvironment, JSONPathError, type JSONPathQuery } from 'json-p3';
import { InputError, type Place } from '../errors.ts';
import type { Json, Path } from '../json.ts';

/** A place in a document that a target selects. */
export interface Selected {
  path: Path;
  value: Json;
}

// The library's default recursion limit is too low for `$..` in real contracts.
const environment = new JSONPathEnvironment({ strict: true, maxRecursionDepth: 10_000 });

/** Compiles an RFC 9535 query. `place` returns the position of the query, for the message. */
export function compile(query: string, place?: () => Place | undefined): JSONPathQuery {
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

/** All places that a query selects, in the order of RFC 9535. */
export function select(query: JSONPathQuery, document: Json): Selected[] {
  return query.query(document).nodes.map((node) => ({ path: node.location, value: node.value as Json })); // JSON in, JSON out
}
