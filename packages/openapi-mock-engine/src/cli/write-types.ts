import { Contract, ContractError } from '../model/index.ts';
import { printOperations } from '../types/print-operations.ts';
import { loadContract } from './load-contract.ts';
import { UsageError } from './options.ts';
import { FileError } from './served.ts';

/** Prints the types that handlers of a contract have, for `HandlerOf` and `defineHandlers`. @throws UsageError @throws FileError */
export async function writeTypes(args: readonly string[]): Promise<void> {
  const [source, ...more] = args;
  if (source === undefined || more.length > 0 || source.startsWith('-'))
    throw new UsageError('types: expected one contract, such as openapi.yaml, and nothing else.');
  const { document } = await loadContract(source);
  let types: string;
  try {
    types = printOperations(new Contract(document));
  } catch (error) {
    if (error instanceof ContractError) throw new FileError(`${source}: ${error.message}`);
    throw error;
  }
  process.stdout.write(types);
}
