import { type Contract, type Operation, operationsOf, type Response } from '../content/contract.ts';

/** The status codes that the operations document, each once. */
export const responseCodes = (contract: Contract): string[] => [
  ...new Set(operationsOf(contract).flatMap(({ operation }) => Object.keys(operation.responses))),
];

/** As many positions as the operation with the most code samples has. */
export const samplePositions = (contract: Contract): number[] => {
  const counts = operationsOf(contract).map(({ operation }) => operation['x-codeSamples']?.length ?? 0);
  return [...Array(Math.max(0, ...counts)).keys()];
};

/** As many positions as the response of that code with the most examples has; at least one. */
export const examplePositions = (contract: Contract, code: string): number[] => {
  const counts = operationsOf(contract).map(
    ({ operation }) => exampleSummaries(contract, operation, code).length,
  );
  return [...Array(Math.max(1, ...counts)).keys()];
};

/** What the examples of an operation's response show, in their order. */
export function exampleSummaries(contract: Contract, operation: Operation, code: string): string[] {
  const { content = {} } = resolved(contract, operation.responses[code] ?? {});
  const [media] = Object.values(content);
  return Object.values(media?.examples ?? {}).map(({ summary = '' }) => summary);
}

/**
 * The contract with one response for each operation that has it, and in it the example of that position alone; a second
 * response stands behind it, for Redoc shows no row of codes for one alone.
 */
export function onlyResponse(contract: Contract, code: string, position: number): Contract {
  return withOperations(contract, (operation) => {
    const response = operation.responses[code];
    if (!response) return operation;
    const one = structuredClone(resolved(contract, response));
    for (const media of Object.values(one.content ?? {})) {
      const example = Object.entries(media.examples ?? {})[position];
      if (example) media.examples = Object.fromEntries([example]);
    }
    return { ...operation, responses: { [code]: one, 599: one } };
  });
}

const resolved = (contract: Contract, response: Response): Response =>
  contract.components.responses[response.$ref?.split('/').at(-1) ?? ''] ?? response;

/** The contract with the code sample of that position alone, for each operation. */
export function onlySample(contract: Contract, position: number): Contract {
  return withOperations(contract, (operation) => ({
    ...operation,
    // For a language that Redoc can write itself, it puts its own sample first; TypeScript is coloured as JavaScript.
    'x-codeSamples': (operation['x-codeSamples'] ?? [])
      .slice(position, position + 1)
      .map((sample) => ({ ...sample, lang: sample.lang.replace('TypeScript', 'JavaScript') })),
  }));
}

function withOperations(contract: Contract, change: (operation: Operation) => Operation): Contract {
  const copy = structuredClone(contract);
  // The parts that are cut out of a variant don't show it, and it is most of what would be rendered.
  copy.info.description = '';
  for (const methods of Object.values(copy.paths))
    for (const [method, operation] of Object.entries(methods)) methods[method] = change(operation);
  return copy;
}
