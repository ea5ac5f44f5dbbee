import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CommandSpec } from './command-line/command.ts';
import type { Context } from './context.ts';

/** `session-series mock`: the mock's own command line, with all its options. */
export function mockCommand({ words }: Context): CommandSpec {
  return {
    name: 'mock',
    summary: words.commands.mock,
    options: [],
    passThrough: true,
    async run(_values, args) {
      const script = commandOf('@session-series/mock');
      // As if it had been started itself: with --workers, it starts this script again.
      process.argv.splice(1, process.argv.length, script, ...args);
      await import(pathToFileURL(script).href);
      // The mock runs until it is stopped, and sets the exit code.
      return undefined;
    },
  };
}

/** The script of a package's only command. */
function commandOf(name: string): string {
  const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
  const { bin }: { bin: Record<string, string> } = JSON.parse(readFileSync(manifest, 'utf8'));
  const [file] = Object.values(bin);
  if (file === undefined) throw new Error(`${name} has no command.`);
  return join(dirname(manifest), file);
}
