import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { CodeSample, ContractDocument } from './contract-document.ts';

// In the order of the tabs. A file of another kind in a samples folder is refused rather than left out.
const languages: Record<string, Omit<CodeSample, 'source'>> = {
  '.sh': { lang: 'Shell', label: 'cURL' },
  '.ts': { lang: 'TypeScript', label: 'TypeScript' },
  '.js': { lang: 'JavaScript', label: 'JavaScript' },
  '.py': { lang: 'Python', label: 'Python' },
};

/**
 * Gives each operation the code samples that lie in the folder named by its `operationId`.
 *
 * @param contract changed in place: operations gain `x-codeSamples`.
 * @param folder the folder that holds one folder for each operation.
 * @throws Error when a folder names no operation, or a file has an extension without a language.
 */
export function addCodeSamples(contract: ContractDocument, folder: string): void {
  const operations = Object.values(contract.paths).flatMap((path) => Object.values(path));
  const known = operations.flatMap(({ operationId }) => operationId ?? []);
  for (const name of readdirSync(folder)) {
    if (!known.includes(name))
      throw new Error(
        `samples/${name}: the contract has no operation of that name. Name the folder by an operationId: ${known.join(', ')}.`,
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
        throw new Error(`${join(folder, name)}: expected a file that ends in ${order.join(', ')}.`);
      return { ...language, source: readFileSync(join(folder, name), 'utf8') };
    })
    .toSorted((a, b) => position(a.label) - position(b.label));
}

const position = (label: string) =>
  Object.values(languages).findIndex((language) => language.label === label);
