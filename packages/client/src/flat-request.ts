import type { BuildRequest } from './operation.ts';
import { checkGiven, withQuery, writeParameters } from './parameters.ts';

/** Builds the request of an operation that has only query parameters: they are given as one object. */
export const flatRequest: BuildRequest = (operation, given, { baseUrl, defaults }) => {
  const { id, path } = operation;
  const pairs = writeParameters(operation, 'query', checkGiven(id, given), defaults);
  const query = pairs.map(([, pair]) => pair);
  return { url: withQuery(baseUrl + path, query), headers: {}, body: undefined };
};
