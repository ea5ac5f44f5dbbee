import type { Context } from '../context.ts';
import type { OptionSpec, Values } from './option.ts';

/** A command: its description for help, completions and the manual, and its action. */
export interface CommandSpec {
  /** `get`, or `profile set` for a subcommand. */
  name: string;
  summary: string;
  /** Arguments as shown in the help, such as `[file]`. */
  arguments?: readonly {
    name: string;
    description: string;
    required?: boolean;
    choices?: readonly string[];
  }[];
  options: readonly OptionSpec[];
  /** Passes all following arguments to the command unchanged. */
  passThrough?: boolean;
  /** @returns the exit code; `undefined` means 0. */
  run(values: Values, args: readonly string[], context: Context): Promise<number | undefined>;
}
