import { readdirSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Handlers } from '../handler.ts';
import { isLoopbackUrl } from '../loopback.ts';
import { isObject } from '../model/json.ts';
import { reason } from '../reason.ts';
import { type BundledContract, bundleFiles, refersToFiles } from './bundle-files.ts';
import { readText } from './files.ts';
import { parseText } from './parse-text.ts';
import { FileError, why } from './served.ts';

/** Reads a contract in YAML or JSON: a file, or a URL on this machine. @throws FileError */
async function loadDocument(source: string): Promise<unknown> {
  return parseText(/^https?:\/\//.test(source) ? await download(source) : readFile(source), source);
}

/** Reads a contract with all the files that it refers to. @throws FileError */
export async function loadContract(source: string): Promise<BundledContract> {
  const document = await loadDocument(source);
  // What a URL refers to is not on this machine.
  if (/^https?:\/\//.test(source)) return { document, files: [] };
  return isContract(document) && refersToFiles(document)
    ? bundleFiles(source)
    : { document, files: [source] };
}

function isContract(document: unknown): boolean {
  return isObject(document) && typeof document.openapi === 'string';
}

/** The contracts of a folder: its files in YAML or JSON that are OpenAPI documents. */
export async function contractsIn(folder: string): Promise<BundledContract[]> {
  const files = readdirSync(folder)
    .filter((name) => /\.(?:ya?ml|json)$/i.test(name))
    .sort()
    .map((name) => resolve(folder, name));
  const contracts = await Promise.all(files.map(loadContract));
  return contracts.filter(({ document }) => isContract(document));
}

export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Handlers of a module: its exports that are functions, by operation; or those of its default export. @throws FileError */
export async function loadHandlers(file: string): Promise<Handlers> {
  const path = resolve(file);
  let loaded: unknown;
  // Node.js would name the file that imports it.
  readText('--handlers', file);
  try {
    // The query makes it another module, so that a changed file is loaded again.
    loaded = await import(`${pathToFileURL(path).href}?loaded=${Date.now()}`);
  } catch (error) {
    throw new FileError(`--handlers ${file}: ${reason(error).split('\n')[0]}`);
  }
  const exported = isObject(loaded) ? loaded : {};
  const all = isObject(exported.default) ? { ...exported.default } : exported;
  const handlers: { [name: string]: Handlers[string] } = {};
  for (const [name, value] of Object.entries(all)) {
    // The cast: whether it is a handler only shows when it is called.
    if (typeof value === 'function' && name !== 'default') handlers[name] = value as Handlers[string];
  }
  if (Object.keys(handlers).length === 0) {
    throw new FileError(
      `--handlers ${file}: exports no function. Expected one for each operation, named by its operationId.`,
    );
  }
  return handlers;
}

async function download(url: string): Promise<string> {
  if (!isLoopbackUrl(url)) {
    throw new FileError(
      `${url}: is not on this machine. Expected a file, or a URL such as http://127.0.0.1:3000/openapi.json.`,
    );
  }
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(15_000) });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return await response.text();
  } catch (error) {
    throw new FileError(`${url}: did not answer (${reason(error)}).`);
  }
}

function readFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new FileError(`${path}: ${why(error)}.`);
  }
}
