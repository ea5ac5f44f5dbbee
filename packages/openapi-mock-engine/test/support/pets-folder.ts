import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pets } from './pets.ts';

/** A temporary folder of the tests of the command. */
export const folder = mkdtempSync(join(tmpdir(), 'engine-cli-'));

/** Writes a file to the folder, and returns its path. */
export const write = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

/** The contract of the pets, as a file of the folder. */
export const file = write('pets.json', JSON.stringify(pets));
