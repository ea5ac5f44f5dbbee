import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import ts from 'typescript';
import { header } from './source.ts';

/** The descriptions of the interfaces, for editors and the API reference. */
const summaries = {
  paths: 'The paths of the contract, with their operations.',
  webhooks: 'The requests that the API sends.',
  components: 'What the contract defines by name: schemas, responses, parameters and headers.',
  operations: 'The operations of the contract by name, with their parameters and responses.',
};

/**
 * Writes the types of a contract: `paths`, `webhooks`, `components` and `operations`. Only this file depends
 * on the package that does it.
 *
 * @param document with an `operationId` for each operation.
 */
export async function generateTypes(document: object): Promise<string> {
  const nodes = await openapiTS(document as OpenAPI3, {
    alphabetize: false,
    transform: (schema) =>
      schema.format === 'binary' || 'contentMediaType' in schema
        ? ts.factory.createTypeReferenceNode('Blob')
        : undefined,
  });
  return Object.entries(summaries).reduce(
    (code, [name, summary]) =>
      code.replace(new RegExp(`export (interface|type) ${name} `), `/** ${summary} */\n$&`),
    header + // TypeDoc knows neither tag.
      astToString(nodes)
        .replaceAll('@description ', '')
        .replaceAll(/@constant\b ?/g, ''),
  );
}
