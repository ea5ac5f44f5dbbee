import type { Context } from '../context.ts';
import type { OptionSpec, Values } from './option.ts';

/** A command: what help, completions and the manual show of it, and what it does. */
export interface CommandSpec {
  /** `get`, or `profile set` for a command of a command. */
  name: string;
  summary: string;
  /** Arguments as help shows them, such as `[file]`. */
  arguments?: readonly {
    name: string;
    description: string;
    required?: boolean;
    choices?: readonly string[];
  }[];
  options: readonly OptionSpec[];
  /** Hands everything that follows to the command as it is. */
  passThrough?: boolean;
  /** @returns the exit code; none is 0. */
  run(values: Values, args: readonly string[], context: Context): Promise<number | undefined>;
}
