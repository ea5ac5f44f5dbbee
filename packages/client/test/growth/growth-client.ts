import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readContract } from 'openapi-mock-engine/model';
import { parse } from 'yaml';
import { type ClientOptions, createClientWith, type Operation } from '../../src/index.ts';
import { contractServer } from './contract-server.ts';
import { generate } from './generated-client.ts';

const document = parse(
  readFileSync(fileURLToPath(import.meta.resolve('growth-contract/growth.openapi.yaml')), 'utf8'),
);

/** The contract with every shape. */
export const contract = readContract(document);

type Method = (
  given?: unknown,
  options?: unknown,
) => Promise<unknown> & { withResponse(): Promise<{ status: number }> };

/**
 * Generates a client of the contract with every shape.
 *
 * @param name of the folder of the generated files. Each test file has its own, since they may run at the same time.
 */
export async function growthClient(name: string) {
  const operations = { ...(await generate(document, name)).operations } as Record<string, Operation>;

  /** A client of the contract, and what its server received. */
  function start(options: Partial<ClientOptions> = {}, answers: Record<string, () => Response> = {}) {
    const { fetch, received } = contractServer(contract, answers);
    const base = {
      baseUrl: 'https://larkhaven.example',
      apiKey: 'harbor-key',
      credentials: { harborStaff: 'staff-token' },
    };
    const client = createClientWith(operations, {
      ...base,
      maxRetries: 0,
      fetch,
      ...options,
    } as ClientOptions);
    const call = (name: string, given?: unknown, callOptions?: unknown) => {
      // The tests of types are in use.ts.
      const method = Reflect.get(client, name) as Method;
      return method(given, callOptions);
    };
    return { call, received, last: () => received.at(-1) };
  }

  return { operations, start };
}
