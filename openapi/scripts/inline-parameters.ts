import type { ContractDocument } from './code-samples.ts';

/**
 * Writes each parameter where it is used: some tools that read OpenAPI documents don't follow references to parameters.
 * `components.parameters` stays, for those that read them by name.
 *
 * @returns a document that is the same to every tool that follows references.
 * @throws Error for a reference to a parameter that the document does not have
 */
export function inlineParameters(contract: ContractDocument): ContractDocument {
  const copy: ContractDocument = structuredClone(contract);
  for (const item of Object.values(copy.paths))
    for (const holder of [item, ...Object.values(item)])
      if (Array.isArray(holder?.['parameters']))
        holder['parameters'] = holder['parameters'].map((parameter) => resolved(contract, parameter));
  return copy;
}

function resolved(contract: ContractDocument, parameter: { $ref?: string }): unknown {
  const { $ref } = parameter;
  if ($ref === undefined) return parameter;
  const { parameters = {} } = contract['components'] as { parameters?: Record<string, unknown> }; // validated before
  const found = parameters[$ref.replace('#/components/parameters/', '')];
  if (found === undefined) throw new Error(`${$ref}: the contract has no such parameter.`);
  return structuredClone(found);
}
