import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

/** The parts of an OpenAPI document that the scripts of this package read. Everything else is passed through. */
export interface ContractDocument {
  paths: Record<string, Record<string, Operation>>;
  [part: string]: unknown;
}

/** The part of an operation that code samples use. */
export interface Operation {
  operationId?: string;
  'x-codeSamples'?: CodeSample[];
  [part: string]: unknown;
}

/** One entry of `x-codeSamples`, the extension that Redoc and other docs tools read. */
export interface CodeSample {
  /** Language for highlighting. */
  lang: string;
  /** Label of the tab. A proper name, the same in every language. */
  label: string;
  source: string;
}

// In the order of the tabs. Any other file in a samples folder is an error, not ignored.
const languages: Record<string, Omit<CodeSample, 'source'>> = {
  '.sh': { lang: 'Shell', label: 'cURL' },
  '.ts': { lang: 'TypeScript', label: 'TypeScript' },
  '.js': { lang: 'JavaScript', label: 'JavaScript' },
  '.py': { lang: 'Python', label: 'Python' },
};

/**
 * Adds to each operation the code samples in the folder named after its `operationId`.
 *
 * @param contract changed in place: operations gain `x-codeSamples`.
 * @param folder contains one folder per operation; it may be missing.
 * @throws Error if a folder's name is not an operationId, or a file's extension has no language.
 */
export function addCodeSamples(contract: ContractDocument, folder: string): void {
  const operations = Object.values(contract.paths).flatMap((path) => Object.values(path));
  const known = operations.flatMap(({ operationId }) => operationId ?? []);
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (!known.includes(name))
      throw new Error(
        `samples/${name}: no operation has this operationId. Rename the folder to one of: ${known.join(', ')}.`,
      );
  }
  for (const operation of operations) {
    const own = join(folder, operation.operationId ?? '');
    if (operation.operationId && existsSync(own)) operation['x-codeSamples'] = readSamples(own);
  }
}

function readSamples(folder: string): CodeSample[] {
  const order = Object.keys(languages);
  return readdirSync(folder)
    .map((name) => {
      const language = languages[extname(name)];
      if (!language)
        throw new Error(
          `${join(folder, name)}: unknown file extension. Expected one of ${order.join(', ')}.`,
        );
      return { ...language, source: readFileSync(join(folder, name), 'utf8') };
    })
    .toSorted((a, b) => position(a.label) - position(b.label));
}

const position = (label: string) =>
  Object.values(languages).findIndex((language) => language.label === label);
