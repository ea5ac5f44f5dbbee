import { Contract } from '../model/index.ts';
import { printOperations } from '../types/print-operations.ts';
import { loadContract } from './load-contract.ts';
import { UsageError } from './options.ts';

/** Prints the types that handlers of a contract have, for `HandlerOf` and `defineHandlers`. @throws UsageError @throws FileError */
export async function writeTypes(args: readonly string[]): Promise<void> {
  const [source, ...more] = args;
  if (source === undefined || more.length > 0 || source.startsWith('-'))
    throw new UsageError('types: expected one contract, such as openapi.yaml, and nothing else.');
  const { document } = await loadContract(source);
  process.stdout.write(printOperations(new Contract(document)));
}
