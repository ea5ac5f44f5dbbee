/**
 * How the cost grows: extract, check and apply on 10, 100 and all paths of GitHub's description.
 * Prints milliseconds, and the resident memory after each size.
 */
import { createRequire } from 'node:module';
import { applyOverlay, check, extract, type JsonObject, parseSource, readSource } from '../src/index.ts';

const file = createRequire(import.meta.url).resolve('@octokit/openapi/generated/api.github.com.json');
const whole = (await readSource(file)).value as JsonObject; // GitHub's description is an object
const paths = Object.entries(whole['paths'] as JsonObject); // and has paths
const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

console.log('operations  texts  extract ms  check ms  apply ms  memory MB');
for (const size of [10, 100, Number.POSITIVE_INFINITY]) {
  const part: JsonObject = { ...whole };
  const chosen: JsonObject = {};
  let operations = 0;
  for (const [path, item] of paths) {
    if (operations >= size) break;
    chosen[path] = item;
    operations += Object.keys(item as JsonObject).filter((key) => METHODS.includes(key)).length; // a path item
  }
  part['paths'] = chosen;
  if (size !== Number.POSITIVE_INFINITY) delete part['components'];
  const contract = parseSource(JSON.stringify(part), 'openapi.json');
  const time = <T>(work: () => T): [T, number] => {
    const start = performance.now();
    return [work(), performance.now() - start];
  };
  const [extracted, extractMs] = time(() => extract(contract, undefined, { language: 'fr' }));
  const overlay = parseSource(extracted.text, 'fr.overlay.yaml');
  const [, checkMs] = time(() => check(contract, overlay));
  const [, applyMs] = time(() => applyOverlay(contract.value, overlay.value));
  const row = [
    operations,
    extracted.counts.texts,
    extractMs,
    checkMs,
    applyMs,
    process.memoryUsage().rss / 2 ** 20,
  ];
  console.log(row.map((value) => Math.round(value).toString().padStart(9)).join(' '));
}
