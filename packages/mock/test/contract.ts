import { readContract } from 'openapi-mock-engine/model';
import { document } from '../src/generated/document.ts';

/** The contract that the mock answers by. */
export const contract = readContract(document);
