import type { Planned } from './plan.ts';
import { docComment, header } from './source.ts';
import type { Schema } from './validators.ts';

const groups = { path: 'path', query: 'query', header: 'headers', cookie: 'cookies' } as const;

/** The schemas of what an operation takes, and of the JSON that it returns. */
export function standardSchemasOf({ operation, isFlat, successes }: Planned): Record<string, Schema> {
  const { parameters, requestBody } = operation;
  const group = (place: string) => {
    const own = parameters.filter((parameter) => parameter.in === place);
    return {
      type: 'object',
      properties: Object.fromEntries(own.map(({ name, schema }) => [name, schema])),
      required: own.filter(({ required }) => required).map(({ name }) => name),
      additionalProperties: false,
    };
  };
  const members = Object.entries(groups)
    .map(([place, name]) => [name, group(place)] as const)
    .filter(([, { properties }]) => Object.keys(properties).length > 0);
  const [body] = requestBody?.content ?? [];
  const grouped = {
    type: 'object',
    properties: {
      ...Object.fromEntries(members),
      ...(requestBody && { contentType: { type: 'string' }, body: body?.schema ?? true }),
    },
    required: [
      ...members.filter(([, { required }]) => required.length > 0).map(([name]) => name),
      ...(requestBody?.required ? ['body'] : []),
    ],
    additionalProperties: false,
  };
  const json = successes.flatMap(({ content }) =>
    content.flatMap(({ media, validator }) => (validator ? [media.schema] : [])),
  );
  return {
    parameters: isFlat ? group('query') : grouped,
    ...(json.length > 0 && { response: json.length === 1 ? (json[0] ?? true) : { anyOf: json } }),
  };
}

/** Writes the Standard Schemas of all operations. */
export function generateSchemas(planned: readonly Planned[], runtime: string): string {
  const imports = planned.map(({ method }) => `import * as checks_${method} from './schema/${method}.ts';`);
  const types = planned.flatMap(({ typeName }) => [`${typeName}Parameters`, `${typeName}Response`]);
  const schemas = planned.map((plan) => {
    const { method, typeName, operation } = plan;
    const members = Object.keys(standardSchemasOf(plan)).map((name) => {
      const type = name === 'parameters' ? `${typeName}Parameters` : `${typeName}Response['body']`;
      return `  ${name}: /* @__PURE__ */ standardSchema<${type}>(checks_${method}.${name}),\n`;
    });
    return `${docComment([operation.summary ?? operation.id])}export const ${method}Schema = {\n${members.join('')}};\n`;
  });
  return [
    header,
    docComment([
      'Standard Schemas of what each operation takes, as it is on the wire, and of what it returns.',
      '',
      '@module @session-series/client/schemas',
    ]),
    `import { standardSchema } from '${runtime}standard-schema.ts';`,
    `import type { ${types.filter((type) => schemas.join('').includes(type)).join(', ')} } from './methods.ts';`,
    ...imports,
    '',
    `export type { StandardResult, StandardSchema } from '${runtime}standard-schema.ts';`,
    '',
    ...schemas,
  ].join('\n');
}
