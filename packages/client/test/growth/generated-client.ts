import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { generateClient } from '../../scripts/generator/generate-client.ts';

/** Where generated clients are: inside this package, so that their imports resolve. */
const folder = fileURLToPath(new URL('../../reports/growth/', import.meta.url));

/** Generates what the build would, for another contract. */
export async function generate(
  document: object,
  name: string,
): Promise<{ path: string; operations: object; unchecked: object }> {
  const path = join(folder, name);
  for (const [file, code] of await generateClient(document, '../../../src/')) {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), code);
  }
  const [operations, unchecked] = ['operations.ts', 'unchecked.ts'].map(
    (file) => import(/* @vite-ignore */ pathToFileURL(join(path, file)).href),
  );
  return { path, operations: await operations, unchecked: await unchecked };
}
