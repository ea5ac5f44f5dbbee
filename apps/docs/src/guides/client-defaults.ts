import { readdirSync, readFileSync } from 'node:fs';

const documented = /\/\*\*(?:(?!\*\/).)*?@default ([\d_]+)\s(?:(?!\*\/).)*?\*\/\s+(\w+)\??:/gs;

/** The defaults in the docstrings of the client's published types, by option. */
export function clientDefaults(): Map<string, string> {
  const folder = new URL('.', import.meta.resolve('@session-series/client'));
  const types = readdirSync(folder).filter((name) => name.endsWith('.d.ts'));
  return new Map(
    types.flatMap((name) =>
      [...readFileSync(new URL(name, folder), 'utf8').matchAll(documented)].map(
        ([, value = '', option = '']): [string, string] => [option, value.replaceAll('_', '')],
      ),
    ),
  );
}
