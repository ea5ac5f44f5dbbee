import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parse } from 'yaml';
import { readContract } from '../../src/model/index.ts';

const file = createRequire(import.meta.url).resolve('growth-contract/growth.openapi.yaml');

/** A contract with every shape that an OpenAPI document grows by. */
export const growth: object = parse(readFileSync(file, 'utf8'));
export const growthContract = readContract(growth);
