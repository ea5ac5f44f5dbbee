/**
 * Writes `dist/postman_collection.json` from the English bundle: one request per operation, one saved response per status,
 * and the variables `host` and `key`. The output is deterministic.
 */
import { readFileSync } from 'node:fs';
import { mock } from 'node:test';
import { fromPackageRoot, writePackageFile } from './package-files.ts';
import type { CollectionSource } from './postman-auth.ts';
import { finishCollection } from './postman-collection.ts';
import type { PostmanNode } from './postman-node.ts';

// The converter invents values where the contract has no example. They are the same at each run: its
// libraries, which take these when they are loaded, get a frozen clock and a seeded generator.
mock.timers.enable({ apis: ['Date'], now: Date.UTC(2026, 0, 1) });
let state = 1;
Math.random = () => {
  state = (state * 48_271) % 0x7f_ff_ff_ff;
  return state / 0x7f_ff_ff_ff;
};
const { default: converter } = await import('openapi-to-postmanv2');

const bundle = readFileSync(fromPackageRoot('dist/openapi.en.json'), 'utf8');
const contract: CollectionSource = JSON.parse(bundle);
const options = {
  folderStrategy: 'Tags',
  parametersResolution: 'Example',
  schemaFaker: false, // the contract has better examples than it could invent
  alwaysInheritAuthentication: true,
};
converter.convertV2({ type: 'string', data: bundle }, options, (error, conversion) => {
  const collection = conversion?.output?.[0]?.data;
  if (error || !conversion?.result || !collection) {
    console.error(`openapi-to-postmanv2 made no collection: ${error?.message ?? conversion?.reason}`);
    process.exitCode = 1;
    return;
  }
  // The converter documents its output as JSON; its types only say `object`.
  const finished = finishCollection(collection as PostmanNode, contract);
  writePackageFile('dist/postman_collection.json', `${JSON.stringify(finished, null, 2)}\n`);
});

// Collections only contain requests to send; these are received.
const received = [
  ...Object.keys(contract.webhooks ?? {}).map((name) => `webhook ${name}`),
  ...Object.entries(contract.paths).flatMap(([path, item]) =>
    Object.values(item).flatMap((operation) =>
      Object.keys(operation?.callbacks ?? {}).map((name) => `callback ${name} of ${path}`),
    ),
  ),
];
if (received.length > 0)
  console.warn(`Not in the Postman collection, which only has requests: ${received.join(', ')}.`);
