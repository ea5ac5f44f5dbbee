import type { Contract, Parameter } from 'openapi-mock-engine/model';

import type { LightOperation, LightParameter } from '../src/light-operation.ts';

/** Keywords that can be checked without the engine. */
const known = new Set(['type', 'enum', 'pattern', 'minimum', 'maximum', 'minLength', 'default']);

/**
 * The facts that `src/light-operation.ts` needs to answer valid requests of an operation without the engine.
 *
 * @throws Error if an operation cannot be described by them, with what to do
 */
export function lightOperation(contract: Contract, operationId: string): LightOperation {
  const operation = contract.operations.find(({ id }) => id === operationId);
  const unsupported = (what: string) =>
    new Error(`${operationId} ${what}: extend scripts/light-operation.ts and src/light-operation.ts first.`);
  if (operation?.method !== 'GET' || operation.path.includes('{') || operation.requestBody)
    throw unsupported('is not a GET operation whose parameters are all in the query');
  const parameters = operation.parameters.map((parameter): LightParameter => {
    const schema = contract.resolve(parameter.schema);
    const stray = Object.keys(schema).find(
      (keyword) => !known.has(keyword) && !/^(description|title|examples?|deprecated|x-.*)$/.test(keyword),
    );
    if (parameter.in !== 'query' || parameter.mediaType !== undefined || stray !== undefined)
      throw unsupported(`has a parameter ${parameter.name} with ${stray ?? `place ${parameter.in}`}`);
    return {
      name: parameter.name,
      isRequired: parameter.required,
      ...limits(schema, parameter, unsupported),
    };
  });
  return { path: operation.path, parameters };
}

function limits(
  schema: { readonly [keyword: string]: unknown },
  { name }: Parameter,
  unsupported: (what: string) => Error,
): Omit<LightParameter, 'name' | 'isRequired'> {
  const { type, enum: values, pattern, minimum, maximum, minLength = 0 } = schema;
  const preset = schema['default'] === undefined ? {} : { default: String(schema['default']) };
  if (type === 'integer' && typeof minimum === 'number' && typeof maximum === 'number')
    return { form: '^(0|[1-9]\\d*)$', minimum, maximum, ...preset };
  if (type === 'string' && Array.isArray(values) && values.every((value) => /^\w+$/.test(String(value))))
    return { form: `^(${values.join('|')})$`, ...preset };
  if (type === 'string' && typeof pattern === 'string' && minLength === 0)
    return { form: pattern, ...preset };
  if (type === 'string' && pattern === undefined && values === undefined && minLength === 1)
    return { form: '[^]', ...preset };
  throw unsupported(`has a parameter ${name} of another kind`);
}
