import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Contract, type Operation, readContract } from 'openapi-mock-engine/model';

/** The languages of the guides; the first is the source. */
export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

/** The path of a file that the contract package publishes. */
export const contractFile = (name: string): string =>
  fileURLToPath(import.meta.resolve(`@session-series/contract/${name}`));

const known = new Map<Language, Contract>();

/** The contract in one language. */
export function contractIn(language: Language): Contract {
  const contract =
    known.get(language) ??
    readContract(JSON.parse(readFileSync(contractFile(`openapi.${language}.json`), 'utf8')));
  known.set(language, contract);
  return contract;
}

/** The first operation of the contract: the one that the guides show. */
export function firstOperation(contract: Contract): Operation {
  const [first] = contract.operations;
  if (!first) throw new Error('The contract has no operation.');
  return first;
}
