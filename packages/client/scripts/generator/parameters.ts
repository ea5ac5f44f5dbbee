import type { Contract, Parameter } from 'openapi-mock-engine/model';
import { literal } from './source.ts';
import type { Schema } from './validators.ts';

/** Writes the descriptions of parameters, by where they are sent. */
export function describeParameters(parameters: readonly Parameter[], contract: Contract): string {
  const places = [...new Set(parameters.map((parameter) => parameter.in))].map((place) => {
    const own = parameters.filter((parameter) => parameter.in === place);
    const lines = own.map((parameter) => `      ${describeParameter(parameter, contract)},\n`);
    return `    ${place}: [\n${lines.join('')}    ],\n`;
  });
  return places.length > 0 ? `{\n${places.join('')}  }` : '{}';
}

function describeParameter(parameter: Parameter, contract: Contract): string {
  const { name, in: place, required, allowReserved } = parameter;
  const members = [`name: ${literal(name)}`, `write: styles.${styleOf(parameter, contract)}`];
  if (required) members.push('isRequired: true');
  if (isNullable(parameter.schema, contract)) members.push('isNullable: true');
  if (place === 'header') members.push('encode: String');
  if (allowReserved && place === 'query') members.push('encode: styles.encodeReserved');
  return `{ ${members.join(', ')} }`;
}

/** The function of `src/styles.ts` that writes a parameter. */
function styleOf({ in: place, style, explode, mediaType, schema }: Parameter, contract: Contract): string {
  const isPair = place === 'query' || place === 'cookie';
  if (mediaType !== undefined) return isPair ? 'json' : 'simpleJson';
  if (!isPair) return explode ? `${style}Exploded` : style;
  if (isPrimitive(contract.resolve(schema))) return 'primitive';
  if (style === 'form') return explode ? 'form' : 'formJoined';
  // With `explode`, an array is written item by item whatever the delimiter.
  return explode && style !== 'deepObject' ? 'form' : style;
}

/** Whether a schema allows null: by its type, its constants or one of its alternatives. */
function isNullable(schema: Schema, contract: Contract): boolean {
  const {
    type,
    enum: values,
    const: value,
    nullable,
    anyOf = [],
    oneOf = [],
  } = Object(contract.resolve(schema));
  const named = [type, value, values].flat();
  if (nullable === true || named.includes('null') || named.includes(null)) return true;
  return [anyOf, oneOf].flat().some((alternative) => isNullable(alternative, contract));
}

const primitives = ['string', 'number', 'integer', 'boolean', 'null'];

const isPrimitive = ({ type }: { readonly [keyword: string]: unknown }) =>
  type !== undefined && [type].flat().every((each) => primitives.includes(String(each)));
