import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The languages of the site; the first is the one that a reader of neither gets. */
export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

export interface CodeSample {
  lang: string;
  label: string;
  source: string;
}
export interface Operation {
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  parameters: { $ref: string }[];
  responses: Record<string, Response>;
  'x-codeSamples'?: CodeSample[];
}
export interface Response {
  $ref?: string;
  content?: Record<string, { examples?: Record<string, { summary?: string; value: unknown }> }>;
}
export interface Parameter {
  name: string;
  example?: string | number;
}
/** What the site reads of the contract's bundle. */
export interface Contract {
  info: { title: string; version: string; summary: string; description: string; contact: { url: string } };
  servers: { url: string; description: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: {
    parameters: Record<string, Parameter>;
    responses: Record<string, Response>;
    securitySchemes: Record<string, { description: string; scheme?: string; type: string }>;
  };
}

/** The contract's bundle in one language. */
export function readContract(language: Language): Contract {
  return JSON.parse(readFileSync(contractFile(`openapi.${language}.json`), 'utf8'));
}

/** The path of a file that the contract package publishes. */
export function contractFile(name: string): string {
  return fileURLToPath(import.meta.resolve(`@session-series/contract/${name}`));
}

/** An operation with the place where the contract has it. */
export interface PlacedOperation {
  path: string;
  method: string;
  operation: Operation;
}

/** The operations of the contract, in its order. */
export const operationsOf = (contract: Contract): PlacedOperation[] =>
  Object.entries(contract.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

/** The first operation of the contract: the one that the guides and the link to the demo use. */
export function firstOperation(contract: Contract): PlacedOperation {
  const [first] = operationsOf(contract);
  if (!first) throw new Error('The contract has no operation.');
  return first;
}
