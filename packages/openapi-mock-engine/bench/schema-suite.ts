/**
 * The JSON Schema Test Suite for 2020-12, run against the validator:
 * `node bench/schema-suite.ts <checkout of json-schema-org/JSON-Schema-Test-Suite>`. Prints each difference that has no
 * reason, and exits with 1 if there is one, or if the reasons count other cases.
 */
import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ContractError, checkValue, readContract, type Schema } from '../src/model/index.ts';
import { schemaDifferences } from './schema-differences.ts';

const [checkout] = process.argv.slice(2);
if (checkout === undefined) throw new Error('Expected a checkout of json-schema-org/JSON-Schema-Test-Suite.');

interface Group {
  description: string;
  schema: Schema;
  tests: { description: string; data: unknown; valid: boolean }[];
}

function* jsonFiles(folder: string, pattern = '**/*.json'): Generator<[file: string, content: string]> {
  for (const file of globSync(pattern, { cwd: folder }).sort())
    yield [file, readFileSync(join(folder, file), 'utf8')];
}

/** What the suite serves on `localhost:1234`, and the meta-schemas: nothing is downloaded, so they are in the contract. */
const remotes: { [name: string]: Schema } = {};
for (const [file, text] of jsonFiles(join(checkout, 'remotes'), 'draft2020-12/**/*.json'))
  remotes[file] = { $id: `http://localhost:1234/${file}`, ...JSON.parse(text) };
const ajv = dirname(createRequire(import.meta.url).resolve('ajv/package.json'));
for (const [file, text] of jsonFiles(join(ajv, 'dist/refs/json-schema-2020-12')))
  remotes[`meta ${file}`] = JSON.parse(text);

function verdict(given: Schema, data: unknown): boolean | 'refused' {
  // As a separate document, so that pointers begin at it.
  const schema: Schema =
    typeof given === 'object' ? { $id: 'https://suite.example/schema', ...given } : given;
  const text = JSON.stringify(given);
  const schemas = /localhost:1234|json-schema\.org/.test(text) ? { ...remotes, schema } : { schema };
  try {
    return checkValue(readContract({ openapi: '3.1.0', components: { schemas } }), schema, data).length === 0;
  } catch (error) {
    if (error instanceof ContractError) return 'refused';
    throw error;
  }
}

const found = new Map<string, number>();
let [total, unexplained] = [0, 0];
for (const [file, text] of jsonFiles(join(checkout, 'tests/draft2020-12'))) {
  const groups: Group[] = JSON.parse(text);
  for (const { description, schema, tests } of groups) {
    for (const one of tests) {
      total += 1;
      const own = verdict(schema, one.data);
      if (own === one.valid) continue;
      const title = `${file} ${description}: ${one.description}`;
      const reason = schemaDifferences.find(({ cases }) => cases.test(title))?.reason;
      if (reason !== undefined) {
        found.set(reason, (found.get(reason) ?? 0) + 1);
        continue;
      }
      unexplained += 1;
      console.log(`${title}\n  expected ${one.valid}, got ${own}: ${JSON.stringify(one.data)}`);
    }
  }
}
const differing = [...found.values()].reduce((sum, count) => sum + count, 0);
console.log(`${total} cases, ${total - differing - unexplained} equal, ${unexplained} unexplained`);
let isOutdated = false;
for (const { reason, count } of schemaDifferences) {
  const seen = found.get(reason) ?? 0;
  isOutdated ||= seen !== count;
  console.log(`${seen}${seen === count ? '' : ` instead of ${count}`}  ${reason}`);
}
process.exitCode = unexplained > 0 || isOutdated ? 1 : 0;
