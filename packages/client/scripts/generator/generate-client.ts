import { readContract } from 'openapi-mock-engine/model';
import { composeChecks } from './checks.ts';
import { generateMethods } from './methods.ts';
import { defaultSchemeOf, generateAllOperations, generateOperations } from './operations.ts';
import { type Planned, planOperations, validatorsOf } from './plan.ts';
import { generateSchemas, standardSchemasOf } from './schemas.ts';
import { generateTypes } from './types.ts';
import { compileValidators } from './validators.ts';

/**
 * Generates everything that the runtime needs from any contract.
 *
 * @param document an OpenAPI 3.1 document without references to other files.
 * @param runtime the import path of the runtime's modules, as seen from the generated files.
 * @returns the files, by their names.
 */
export async function generateClient(document: object, runtime: string): Promise<Map<string, string>> {
  const contract = readContract(document);
  const planned = planOperations(contract);
  const files = new Map<string, string>();
  files.set('openapi.ts', await generateTypes(withOperationIds(document, planned)));
  files.set('methods.ts', generateMethods(planned, runtime));
  const defaultScheme = defaultSchemeOf(document, contract.operations);
  files.set('all-operations.ts', generateAllOperations(planned));
  files.set('schemas.ts', generateSchemas(planned, runtime));
  const compiled = new Set<Planned>();
  for (const plan of planned) {
    const standard = await compileValidators(document, standardSchemasOf(plan), { allErrors: true });
    files.set(`schema/${plan.method}.ts`, standard);
    const schemas = validatorsOf(plan);
    if (Object.keys(schemas).length === 0) continue;
    const composed = composeChecks(document, schemas, runtime);
    if (composed === undefined) compiled.add(plan);
    files.set(`validate/${plan.method}.ts`, composed ?? (await compileValidators(document, schemas)));
  }
  files.set(
    'operations.ts',
    generateOperations(planned, contract, {
      defaultScheme,
      runtime,
      checks: (plan) => (compiled.has(plan) ? 'compiled' : 'composed'),
      intro: [
        'Descriptions of the operations, to make a client of some of them, or the function of one.',
        '',
        '@module @session-series/client/operations',
      ],
    }),
  );
  files.set(
    'unchecked.ts',
    generateOperations(planned, contract, {
      defaultScheme,
      runtime,
      checks: () => 'none',
      intro: [
        'Descriptions of the operations without the checks of their responses, for the smallest bundle. Any JSON is accepted, so that',
        'a response that does not match the contract has another type at run time than in TypeScript.',
        '',
        '@module @session-series/client/unchecked',
      ],
    }),
  );
  return files;
}

/** A copy of a document in which each operation has an `operationId`, under which its types are found. */
function withOperationIds(document: object, planned: ReturnType<typeof planOperations>): object {
  const copy = structuredClone(document);
  for (const { operation } of planned) {
    const [, ...keys] = operation.pointer
      .split('/')
      .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
    const node = keys.reduce<object>((parent, key) => Reflect.get(parent, key), copy);
    Object.assign(node, { operationId: operation.id });
  }
  return copy;
}
