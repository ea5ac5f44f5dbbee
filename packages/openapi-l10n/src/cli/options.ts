import { parseArgs } from 'node:util';
import { InputError } from '../errors.ts';
import { nearest } from '../nearest.ts';

/** One option of the command line. */
export interface Option {
  /** The name of the value in the help; none for a switch. */
  value?: string;
  short?: string;
  /** May be given more than once. */
  many?: true;
  help: string;
}

/** One command of the command line. */
export interface Command {
  /** The arguments, as the help shows them. */
  args: string;
  summary: string;
  /** Explains the command in a few lines. */
  about: string;
  options: Readonly<Record<string, Option>>;
  example: string;
  /** Runs the command and returns the exit code. */
  run(input: Input, io: Io): Promise<number>;
}

/** The arguments and options of a command. */
export interface Input {
  args: string[];
  /** The value of an option that takes one. */
  text(name: string): string | undefined;
  /** All values of an option that may be given more than once. */
  list(name: string): string[];
  /** Whether a switch was given. */
  is(name: string): boolean;
}

/** Where a command writes: data to `out`, messages to `err`. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  /** Whether the terminal shows colours. */
  colour: boolean;
  /** Shows the progress of a long task on one line, which is cleared at the end. Only in a terminal. */
  progress?: ((text: string) => void) | undefined;
}

/** Parses the arguments of a command; the error for an unknown option suggests the nearest one. */
export function readInput(name: string, command: Command, argv: string[]): Input {
  const known: Record<string, Option> = { ...command.options, ...common };
  const options = Object.fromEntries(
    Object.entries(known).map(([key, { value, short, many }]) => [
      key,
      {
        type: value ? ('string' as const) : ('boolean' as const),
        multiple: many === true,
        ...(short ? { short } : {}),
      },
    ]),
  );
  const { tokens } = parseArgs({ args: argv, options, allowPositionals: true, strict: false, tokens: true });
  const args: string[] = [];
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') args.push(token.value);
    if (token.kind !== 'option') continue;
    const option = known[token.name];
    if (!option) {
      const near = nearest(token.name, Object.keys(known));
      throw new InputError(`Unknown option ${token.rawName} of ${name}`, {
        expected: Object.keys(known)
          .map((key) => `--${key}`)
          .join(', '),
        ...(near ? { help: `Did you mean --${near}?` } : {}),
      });
    }
    if (option.value && (token.value === undefined || (!token.inlineValue && /^-./.test(token.value)))) {
      throw new InputError(`The option --${token.name} has no value`, {
        expected: `--${token.name} <${option.value}>`,
      });
    }
    if (!option.value && token.value !== undefined) {
      throw new InputError(`The option --${token.name} takes no value`, { expected: `--${token.name}` });
    }
    const earlier = values.get(token.name);
    if (earlier && option.value && !option.many) {
      throw new InputError(`The option --${token.name} is given twice`, { expected: `--${token.name} once` });
    }
    values.set(token.name, [...(earlier ?? []), token.value ?? '']);
  }
  return {
    args,
    text: (key) => values.get(key)?.[0],
    list: (key) => values.get(key) ?? [],
    is: (key) => values.has(key),
  };
}

/** Options that every command knows. */
export const common: Readonly<Record<string, Option>> = {
  help: { short: 'h', help: 'Show the help of the command.' },
  debug: { help: 'Show the stack trace of an error.' },
};

/** Checks that a command got the files that it needs. */
export function need(args: readonly string[], names: readonly string[], more = false): string[] {
  if (args.length >= names.length && (more || args.length === names.length)) return [...args];
  const missing = names[args.length];
  throw new InputError(
    missing ? `The argument <${missing}> is missing` : `Unexpected argument: ${args[names.length]}`,
    {
      expected: names.map((name) => `<${name}>`).join(' ') + (more ? '…' : ''),
      help: 'Add --help to see the whole command.',
    },
  );
}
