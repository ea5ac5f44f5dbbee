import { type Contract, firstOperation, type Operation } from '../content/contract.ts';

/** The status codes that the operation documents, in ascending order. */
export const responseCodes = (contract: Contract): string[] =>
  Object.keys(firstOperation(contract).operation.responses);

/** The contract with one response; a second one stands behind it, for Redoc shows no row of codes for one alone. */
export function onlyResponse(contract: Contract, code: string): Contract {
  return withOperation(contract, (operation) => {
    const response = operation.responses[code];
    if (!response) throw new Error(`The operation has no response ${code}.`);
    operation.responses = { [code]: response, 599: response };
  });
}

/** The contract with the code sample of that position alone. */
export function onlySample(contract: Contract, index: number): Contract {
  return withOperation(contract, (operation) => {
    // For a language that Redoc can write itself, it puts its own sample first; TypeScript is coloured as JavaScript.
    operation['x-codeSamples'] = (operation['x-codeSamples'] ?? [])
      .slice(index, index + 1)
      .map((sample) => ({ ...sample, lang: sample.lang.replace('TypeScript', 'JavaScript') }));
  });
}

function withOperation(contract: Contract, change: (operation: Operation) => void): Contract {
  const copy = structuredClone(contract);
  change(firstOperation(copy).operation);
  return copy;
}
