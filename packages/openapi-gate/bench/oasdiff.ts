/**
 * Compares the gate with oasdiff: `node bench/oasdiff.ts <checkout of oasdiff/oasdiff>` rates each pair of files that a
 * test of oasdiff compares without editing it in code, and lists the pairs that the two rate differently.
 *
 * oasdiff's rating is the highest level of the changes that these tests expect, by its list of rules. Exit code 1 when a
 * breaking change outside webhooks is rated lower.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rate } from '../src/rate/rate.ts';

const [checkout] = process.argv.slice(2);
if (checkout === undefined) throw new Error('Name the folder of a checkout of oasdiff/oasdiff.');
const checker = join(checkout, 'checker');
const read = (file: string) => readFileSync(join(checker, file), 'utf8');

const LEVELS = ['INFO', 'WARN', 'ERR'] as const;
type Level = (typeof LEVELS)[number];
const levelOf = new Map(
  [...read('rules.go').matchAll(/Rule\((\w+Id), (INFO|WARN|ERR)\b/g)].map(([, id = '', level]) => [
    id,
    level as Level, // the pattern admits these only
  ]),
);

/** The files and the expected changes of each test that edits nothing in code. */
const tests = readdirSync(checker)
  .filter((file) => file.endsWith('_test.go'))
  .flatMap((file) =>
    read(file)
      .split(/^func /m)
      .slice(1),
  )
  .flatMap((body) => {
    const files = [...body.matchAll(/open\("(\.\.\/data\/[^"]+)"/g)].map(([, path = '']) => path);
    const edits = /\.Spec\.[^\n]*(?:\s=\s|delete|Delete|\bSet\()|delete\(/.test(body);
    const [base, revision] = files;
    if (base === undefined || revision === undefined || base === revision || files.length > 2 || edits)
      return [];
    const expected = body
      .split('\n')
      .filter((line) => !/NotContains|NotEqual|False|Absent/.test(line))
      .flatMap((line) => [...line.matchAll(/checker\.(\w+Id)\b/g)].map(([, id = '']) => id))
      .filter((id) => levelOf.has(id));
    return expected.length === 0 ? [] : [{ pair: `${base} ${revision}`, expected }];
  });

const pairs = new Map<string, Set<string>>();
for (const { pair, expected } of tests) pairs.set(pair, new Set([...(pairs.get(pair) ?? []), ...expected]));
let [same, higher, lower] = [0, 0, 0];
for (const [pair, expected] of pairs) {
  const ids = [...expected];
  const level = LEVELS.findLast((one) => ids.some((id) => levelOf.get(id) === one)) ?? 'INFO';
  const [base = '', revision = ''] = pair.split(' ').map((file) => join(checker, file));
  const { bump } = rate(base, revision);
  const isMajor = bump === 'major';
  // A warning may or may not break a client: either rating agrees with it.
  if (level === 'WARN' || isMajor === (level === 'ERR')) {
    same += 1;
    continue;
  }
  const ofWebhooks = ids.every((id) => /webhook|callback/i.test(id)) || /webhook|callback/i.test(pair);
  if (isMajor) higher += 1;
  else if (!ofWebhooks) lower += 1;
  console.log(
    `${isMajor ? 'higher' : ofWebhooks ? 'webhook' : 'LOWER'}: ${bump} for ${ids.join(', ')} (${revision})`,
  );
}
console.log(
  `${tests.length} tests with ${pairs.size} pairs of files: ${same} rated alike, ${higher} higher, ${lower} lower`,
);
process.exitCode = lower === 0 ? 0 : 1;
