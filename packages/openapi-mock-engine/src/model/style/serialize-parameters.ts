import type { JsonObject } from '../json.ts';
import type { Operation, Parameter } from '../operation.ts';
import { serializeParameter } from './serialize.ts';

/** Parameter values by place and name. `undefined` ones are left out. */
export interface ParameterValues {
  path?: JsonObject;
  query?: JsonObject;
  headers?: JsonObject;
  cookies?: JsonObject;
}

/** The serialized parameters of a request. */
export interface SerializedParameters {
  /** The path template with its parameters filled in, such as `/pets/7`. */
  path: string;
  /** Without the question mark; empty if there is none. */
  query: string;
  /** By name, as in the contract. */
  headers: { [name: string]: string };
  /** The value of the `Cookie` header; empty if there is none. */
  cookie: string;
}

/**
 * Serializes parameters in the styles of the contract.
 *
 * @example
 * serializeParameters(operation, { path: { petId: 7 }, query: { tags: ['a', 'b'] } });
 * // { path: '/pets/7', query: 'tags=a&tags=b', headers: {}, cookie: '' }
 *
 * Names that are not parameters of the operation are left out. A path parameter without a value stays in braces.
 */
export function serializeParameters(
  { path: template, parameters }: Pick<Operation, 'path' | 'parameters'>,
  values: ParameterValues,
): SerializedParameters {
  const query: string[] = [];
  const cookies: string[] = [];
  const headers: { [name: string]: string } = {};
  let path = template;
  for (const parameter of parameters) {
    const value = givenValue(parameter, values);
    if (value === undefined) continue;
    const written = serializeParameter(parameter, value);
    switch (parameter.in) {
      case 'path':
        path = path.replaceAll(`{${parameter.name}}`, () => written);
        break;
      case 'header':
        headers[parameter.name] = written;
        break;
      case 'cookie':
        if (written !== '') cookies.push(written);
        break;
      default:
        if (written !== '') query.push(written);
    }
  }
  return { path, query: query.join('&'), headers, cookie: cookies.join('; ') };
}

function givenValue(parameter: Parameter, values: ParameterValues): unknown {
  switch (parameter.in) {
    case 'path':
      return values.path?.[parameter.name];
    case 'header': {
      const { headers = {} } = values;
      const name = Object.keys(headers).find((key) => key.toLowerCase() === parameter.name.toLowerCase());
      return name === undefined ? undefined : headers[name];
    }
    case 'cookie':
      return values.cookies?.[parameter.name];
    default:
      return values.query?.[parameter.name];
  }
}
