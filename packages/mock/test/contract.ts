import { readContract } from 'openapi-mock-engine/model';
import { document } from '../src/generated/document.ts';

/** The contract of the mock. */
export const contract = readContract(document);
