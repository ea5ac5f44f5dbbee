import type { Contract, MediaType, Operation, Parameter } from '../model/index.ts';
import { printSchema } from './print-schema.ts';

/** Places of parameters, by their names in the types. */
const places = { path: ['path'], query: ['query', 'querystring'], header: ['header'], cookie: ['cookie'] };

/**
 * The types of a contract's operations, in the shape of openapi-typescript: what `HandlerOf` and `defineHandlers` take.
 *
 * @example
 * writeFileSync('contract.d.ts', printOperations(readContract(document)));
 */
export function printOperations(contract: Contract): string {
  const isOpenApi30 = contract.document.version === '3.0';
  const print = (schema: unknown): string => printSchema(schema, isOpenApi30);
  const schemas = contract.componentSchemas.map(
    ([name, schema]) => `    ${JSON.stringify(name)}: ${print(schema)};`,
  );
  return [
    `/** Types of the operations of ${contract.title.replaceAll('*/', '')}. Written by openapi-mock-engine; do not edit. */`,
    'export interface operations {',
    ...contract.operations.flatMap((operation) => printOperation(operation, print)),
    '}',
    '',
    'export interface components {',
    '  schemas: {',
    ...schemas,
    '  };',
    '}',
    '',
  ].join('\n');
}

function printOperation(
  { id, parameters, requestBody, responses }: Operation,
  print: (schema: unknown) => string,
): string[] {
  const content = (media: readonly MediaType[]): string =>
    `{ ${media.map(({ mediaType, schema }) => `${JSON.stringify(mediaType)}: ${print(schema)};`).join(' ')} }`;
  const lines = Object.entries(places).flatMap(([place, own]) => {
    const there = parameters.filter((parameter) => own.includes(parameter.in));
    return there.length === 0
      ? []
      : [`      ${place}: { ${there.map((one) => printParameter(one, print)).join(' ')} };`];
  });
  return [
    `  ${JSON.stringify(id)}: {`,
    ...(lines.length === 0 ? [] : ['    parameters: {', ...lines, '    };']),
    ...(requestBody === undefined
      ? []
      : [`    requestBody${requestBody.required ? '' : '?'}: { content: ${content(requestBody.content)} };`]),
    '    responses: {',
    ...responses.map((response) => {
      const status = /^\d+$/.test(response.status) ? response.status : JSON.stringify(response.status);
      return `      ${status}: {${response.content.length === 0 ? '' : ` content: ${content(response.content)} `}};`;
    }),
    '    };',
    '  };',
  ];
}

/** Handlers always receive parameters that have a default. */
function printParameter({ name, required, schema }: Parameter, print: (schema: unknown) => string): string {
  const hasDefault = typeof schema === 'object' && schema.default !== undefined;
  return `${JSON.stringify(name)}${required || hasDefault ? '' : '?'}: ${print(schema)};`;
}
