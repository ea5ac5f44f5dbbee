/** Generates the client's files from the contract: the operations, and the facts about this API. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readContract } from 'openapi-mock-engine/model';
import { generateClient } from './generator/generate-client.ts';
import { header, literal } from './generator/source.ts';
import { rangeFacts } from './range-facts.ts';

const document: { servers?: { url: string; 'x-instance'?: string }[] } = JSON.parse(
  readFileSync(new URL(import.meta.resolve('@session-series/contract/openapi.en.json')), 'utf8'),
);
const files = await generateClient(document, '../');

const instances = Object.fromEntries(
  (document.servers ?? []).flatMap(({ 'x-instance': name, url }) =>
    name === undefined ? [] : [[name, url]],
  ),
);
files.set(
  'instances.ts',
  `${header}
/** The REST hosts of the contract, by the name of the instance. */
export const instances = ${JSON.stringify(instances, null, 2)} as const;
`,
);
files.set('range-facts.ts', rangeFacts(readContract(document)));
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
files.set(
  'version.ts',
  `${header}
/** The version of this package. */
export const version = ${literal(version)};
`,
);

const folder = fileURLToPath(new URL('../src/generated/', import.meta.url));
rmSync(folder, { recursive: true, force: true });
for (const [name, code] of files) {
  mkdirSync(dirname(folder + name), { recursive: true });
  // An import inside this folder is one level deeper from a folder in it.
  writeFileSync(folder + name, code);
}
