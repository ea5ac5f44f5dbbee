/**
 * How the pipeline grows with the contract: time and memory of each step for 1, 10, 100 and 1,000 operations,
 * by copies of the operations of openapi/growth, so that each shape is included. `pnpm bench:growth
 * [operations …]` works in a copy of the repository, which must be built (`pnpm build`).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { table } from '../src/marked-table.ts';
import { installedCopy } from '../src/scratch.ts';
import { turbo } from '../src/turbo.ts';
import { type Cost, measured } from './measure.ts';
import { grownTo } from './synthetic-contract.ts';

/** A step that takes longer is aborted. */
const LIMIT = 300;
const CONTRACT = 'openapi/openapi.yaml';
const START_MOCK = join(import.meta.dirname, 'start-mock.ts');
const FIRST_PATH = '/sessions/data_series?length=3';
const OVERLAY = 'openapi/l10n/fr.overlay.yaml';

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1, 10, 100, 1000];
using scratch = installedCopy();
const at = (path: string) => join(scratch.folder, path);
turbo(scratch.folder, ['build']);
const [contract, overlay] = [readFileSync(at(CONTRACT), 'utf8'), readFileSync(at(OVERLAY), 'utf8')];

/** The steps in the order of the pipeline; preparatory ones have no name. */
const steps = (operations: number): readonly (readonly [string | undefined, string, readonly string[]])[] => [
  ['bundle', 'openapi', ['node', 'scripts/bundle.ts']],
  ['localise', 'openapi', ['node', 'scripts/localise.ts']],
  ['types', 'packages/client', ['node', 'scripts/generate.ts']],
  ['types, compiled', 'packages/client', ['tsc', '-p', 'tsconfig.build.json']],
  ['docs', 'apps/docs', ['redoc-l10n', 'build']],
  [undefined, 'packages/mock', ['node', 'scripts/generate.ts']],
  [undefined, 'packages/mock', ['tsc', '-p', 'tsconfig.build.json']],
  // Start-up and one answer: from the handler of the first operation, and from Prism, since the last one has
  // no handler.
  ['mock start-up', 'packages/mock', ['node', START_MOCK, FIRST_PATH]],
  ['mock start-up, with Prism', 'packages/mock', ['node', START_MOCK, lastPath(operations)]],
];
/** An operation that has no handler. */
const lastPath = (operations: number) => (operations === 1 ? FIRST_PATH : '/status');

const results = new Map<string, string[]>();
const counts: string[] = [];
for (const operations of sizes) {
  const files = grownTo({ contract, overlay }, operations);
  writeFileSync(at(CONTRACT), files.contract);
  writeFileSync(at(OVERLAY), files.overlay);
  counts.push(`${files.operations} operations`);
  for (const [name, folder, argv] of steps(operations)) {
    const cost = await measured(argv, at(folder), LIMIT);
    if (typeof cost === 'string') console.error(`${name ?? argv.join(' ')}, ${operations}: ${cost}`);
    if (name !== undefined) results.set(name, [...(results.get(name) ?? []), worded(cost)]);
  }
}
console.log(table([['step', ...counts], ...[...results].map(([name, cells]) => [name, ...cells])]));

function worded(cost: Cost | string): string {
  return typeof cost === 'string' ? 'failed' : `${cost.seconds.toFixed(1)} s, ${cost.megabytes} MB`;
}
