/**
 * Makes `dist/postman_collection.json` from the English bundle: one request for each operation, one saved answer for
 * each status, and two variables, `host` and `key`. A second run writes the same bytes.
 */
import { readFileSync } from 'node:fs';
import converter from 'openapi-to-postmanv2';
import { fromPackageRoot } from './package-root.ts';
import { finishCollection, type PostmanNode } from './postman-collection.ts';
import { writeWhole } from './write-document.ts';

const bundle = readFileSync(fromPackageRoot('dist/openapi.en.json'), 'utf8');
const options = {
  folderStrategy: 'Tags',
  parametersResolution: 'Example',
  schemaFaker: false, // it would invent values, and others at each run
  alwaysInheritAuthentication: true,
};
converter.convertV2({ type: 'string', data: bundle }, options, (error, conversion) => {
  const collection = conversion?.output?.[0]?.data;
  if (error || !conversion?.result || !collection) {
    console.error(`openapi-to-postmanv2 made no collection: ${error?.message ?? conversion?.reason}`);
    process.exitCode = 1;
    return;
  }
  // The converter's output is JSON by its own description; its types say no more than `object`.
  const finished = finishCollection(collection as PostmanNode, JSON.parse(bundle));
  writeWhole(fromPackageRoot('dist/postman_collection.json'), `${JSON.stringify(finished, null, 2)}\n`);
});
