/** The values of a form generated from the contract, and their request. */
import {
  type Contract,
  checkRequestValues,
  type Finding,
  type Operation,
  type Parameter,
  serializeParameters,
} from 'openapi-mock-engine/model';
import { bodyOf, exampleBody, parsed } from './form-body.ts';

/** The control of a value. */
export type Control =
  | { kind: 'choice'; options: readonly string[] }
  | { kind: 'text'; isNumeric: boolean }
  /** One item per line. */
  | { kind: 'lines' }
  | { kind: 'json' };

/** Typed texts: parameters by {@link fieldName}, and the body. */
export interface Typed {
  parameters: Readonly<Record<string, string>>;
  mediaType: string | undefined;
  body: string;
  /** For a body that is not text. */
  file: Blob | undefined;
}

/** A request, ready to be sent. */
export interface PreparedRequest {
  /** Path and query. */
  target: string;
  headers: Record<string, string>;
  /** Cookie parameters as the header `Cookie` would have them; empty without any. */
  cookie: string;
  body: BodyInit | undefined;
}

/** The name of a parameter's field: path and query parameters may have the same name. */
export const fieldName = ({ in: place, name }: Parameter): string => `${place}.${name}`;

/** The control for the values of a schema. */
export function controlOf(
  contract: Contract,
  { schema, mediaType }: Pick<Parameter, 'schema' | 'mediaType'>,
): Control {
  if (mediaType !== undefined) return { kind: 'json' };
  const keywords = contract.resolve(schema);
  if (Array.isArray(keywords['enum'])) return { kind: 'choice', options: keywords['enum'].map(String) };
  switch (typeOf(keywords['type'])) {
    case 'boolean':
      return { kind: 'choice', options: ['true', 'false'] };
    case 'integer':
    case 'number':
      return { kind: 'text', isNumeric: true };
    case 'array':
      return { kind: 'lines' };
    case 'object':
      return { kind: 'json' };
    default:
      return { kind: 'text', isNumeric: false };
  }
}

/** For several types, the first one other than null. */
function typeOf(type: unknown): unknown {
  return Array.isArray(type) ? type.find((one) => one !== 'null') : type;
}

/**
 * Converts the values of a form to a request.
 *
 * @returns the problems instead if the values are invalid; nothing must be sent then.
 */
export function prepare(
  contract: Contract,
  operation: Operation,
  typed: Typed,
): { request: PreparedRequest } | { findings: Finding[] } {
  const groups = { path: {}, query: {}, headers: {}, cookies: {} };
  const groupOf = {
    path: groups.path,
    query: groups.query,
    querystring: groups.query,
    header: groups.headers,
    cookie: groups.cookies,
  };
  for (const parameter of operation.parameters) {
    const text = typed.parameters[fieldName(parameter)] ?? '';
    if (text !== '')
      Object.assign(groupOf[parameter.in], { [parameter.name]: readValue(contract, parameter, text) });
  }
  const media = operation.requestBody?.content.find(({ mediaType }) => mediaType === typed.mediaType);
  const body = media && bodyOf(contract, media, typed);
  const findings = checkRequestValues(contract, operation, {
    ...groups,
    ...(body && media && { body: body.value, contentType: media.mediaType }),
  });
  if (findings.length > 0) return { findings };
  const { path, query, headers, cookie } = serializeParameters(operation, groups);
  return {
    request: {
      target: `${path}${query === '' ? '' : `?${query}`}`,
      headers: { ...headers, ...(body?.type !== undefined && { 'content-type': body.type }) },
      cookie,
      body: body?.content,
    },
  };
}

/** Converts a text to the type in the contract; if that fails, it stays a text, which validation rejects. */
function readValue(
  contract: Contract,
  parameter: Pick<Parameter, 'schema' | 'mediaType'>,
  text: string,
): unknown {
  const { kind } = controlOf(contract, parameter);
  if (kind === 'json') return parsed(text);
  if (kind === 'lines') {
    const { items = true } = contract.resolve(parameter.schema);
    const schema = typeof items === 'boolean' || (typeof items === 'object' && items !== null) ? items : true;
    // The cast: an object at the place of a schema is a schema.
    const item = { schema: schema as Parameter['schema'], mediaType: undefined };
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => readValue(contract, item, line));
  }
  const type = typeOf(contract.resolve(parameter.schema)['type']);
  if ((type === 'integer' || type === 'number') && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  return type === 'boolean' && (text === 'true' || text === 'false') ? text === 'true' : text;
}

/** The initial values of a form: the examples of required parameters. */
export function typedExamples(contract: Contract, operation: Operation): Typed {
  const [media] = operation.requestBody?.content ?? [];
  return {
    parameters: Object.fromEntries(
      operation.parameters
        .filter(({ required, examples }) => required && examples[0])
        .map((parameter) => [
          fieldName(parameter),
          textOf(contract, parameter, parameter.examples[0]?.value),
        ]),
    ),
    mediaType: media?.mediaType,
    body: media ? exampleBody(media) : '',
    file: undefined,
  };
}

/** A value as form text. */
export function textOf(contract: Contract, parameter: Parameter, value: unknown): string {
  if (value === undefined) return '';
  const { kind } = controlOf(contract, parameter);
  if (kind === 'lines' && Array.isArray(value)) return value.map(String).join('\n');
  return kind === 'json' ? JSON.stringify(value) : String(value);
}
