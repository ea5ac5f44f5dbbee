import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { InputError } from '../errors.ts';
import { nearest } from '../nearest.ts';
import { apply } from './apply.ts';
import { check } from './check.ts';
import { checkMarkdown } from './check-markdown.ts';
import { exportUnits } from './export.ts';
import { extract } from './extract.ts';
import { fix } from './fix.ts';
import { commandHelp, mainHelp } from './help.ts';
import { importTranslations } from './import.ts';
import { type Command, type Io, readInput } from './options.ts';
import { status } from './status.ts';
import { translate } from './translate.ts';

/** Every command by its name. */
export const commands: Readonly<Record<string, Command>> = {
  extract,
  import: importTranslations,
  export: exportUnits,
  translate,
  check,
  'check-markdown': checkMarkdown,
  fix,
  apply,
  status,
};

/**
 * Runs the command line.
 *
 * @param argv the arguments without the program's name
 * @returns the exit code: 0 done, 1 findings, 2 wrong input, 3 internal error
 */
export async function main(argv: string[], io: Io): Promise<number> {
  try {
    return await run(argv, io);
  } catch (error) {
    if (error instanceof InputError) {
      io.err(`openapi-l10n: ${error.toText()}\n`);
      if (argv.includes('--debug')) io.err(`${error.stack}\n`);
      return 2;
    }
    const text = error instanceof Error ? error.message : String(error);
    io.err(
      `openapi-l10n: internal error: ${text}\n  what to do: please report it; --debug prints the stack trace.\n`,
    );
    if (argv.includes('--debug') && error instanceof Error) io.err(`${error.stack}\n`);
    return 3;
  }
}

async function run(argv: string[], io: Io): Promise<number> {
  // A large contract makes much short-lived garbage: with a small young generation, the same work takes a quarter less
  // memory and no more time.
  setFlagsFromString('--semi-space-growth-factor=1');
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const command = name === 'help' && rest[0] ? commands[rest[0]] : undefined;
    (name === undefined ? io.err : io.out)(
      command ? commandHelp(rest[0] ?? '', command) : mainHelp(commands),
    );
    return name === undefined ? 2 : 0;
  }
  if (name === '--version') {
    io.out(`${version()}\n`);
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    const near = nearest(name, Object.keys(commands));
    throw new InputError(`Unknown command "${name}"`, {
      expected: Object.keys(commands).join(', '),
      help: near ? `Did you mean "${near}"?` : 'Add --help to see what each does.',
    });
  }
  const input = readInput(name, command, rest);
  if (input.is('help')) {
    io.out(commandHelp(name, command));
    return 0;
  }
  return command.run(input, io);
}

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return String(Reflect.get(Object(manifest), 'version'));
}
