import { InputError } from '../errors.ts';

/** Checks that a command got as many files as it needs. */
export function need(args: readonly string[], names: readonly string[], more = false): string[] {
  if (args.length >= names.length && (more || args.length === names.length)) return [...args];
  const missing = names[args.length];
  throw new InputError(
    missing ? `The argument <${missing}> is missing` : `One argument too many: ${args[names.length]}`,
    {
      expected: names.map((name) => `<${name}>`).join(' ') + (more ? '…' : ''),
      help: 'Add --help to see the whole command.',
    },
  );
}
