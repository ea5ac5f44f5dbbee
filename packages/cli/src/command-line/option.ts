import type { Context } from '../context.ts';
import { domainOf, firstSentence, type Parameter } from '../contract.ts';
import { CommandError } from '../exit-codes.ts';

/** An option, as help, completions and the manual show it. */
export interface OptionSpec {
  /** The long name, without dashes. */
  name: string;
  short?: string;
  /** What stands for the value; an option without is a switch. */
  value?: string;
  description: string;
  /** The values that are admitted, where they can be listed. */
  choices?: readonly string[];
  default?: string | number | undefined;
  /** May be given several times. */
  repeatable?: boolean;
  /** Other long names, which help does not show. */
  aliases?: readonly string[];
}

/** What a command was given: each option by its name. */
export type Values = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** The option of a parameter of the contract: `app_id` becomes `--app`, and `--app-id` works too. */
export function optionOf(parameter: Parameter, more: Partial<OptionSpec> = {}): OptionSpec {
  const { name, description, schema, required, example } = parameter;
  const full = name.replaceAll('_', '-');
  const short = full.replace(/-id$/, '');
  return {
    name: short,
    value: domainOf(parameter) ?? full,
    description: firstSentence(description),
    ...(schema.enum && { choices: schema.enum }),
    // Without a value, what the contract itself asks for in its example.
    default: schema.default ?? (required ? example : undefined),
    ...(short !== full && { aliases: [full] }),
    ...more,
  };
}

/** Reads a value as the contract has it. @throws CommandError when the contract does not admit it. */
export function parameterValue(
  parameter: Parameter,
  text: string,
  option: string,
  { words }: Pick<Context, 'words'>,
): string | number {
  const { type, minimum, maximum, pattern, minLength = 0 } = parameter.schema;
  const values = parameter.schema.enum;
  if (type === 'integer') {
    const value = /^[+-]?\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= (minimum ?? -Infinity) && value <= (maximum ?? Infinity))) {
      throw new CommandError('usage', words.usage.badInteger(option, text, minimum, maximum));
    }
    return value;
  }
  if (values && !values.includes(text)) {
    throw new CommandError('usage', words.usage.badChoice(option, text, values));
  }
  if (text.length < minLength) throw new CommandError('usage', words.usage.emptyValue(option));
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(text)) {
    throw new CommandError(
      'usage',
      words.usage.badPattern(option, text, String(parameter.example ?? pattern)),
    );
  }
  return text;
}

/** One value of an option; the last one when it was repeated. */
export function textOf(values: Values, name: string): string | undefined {
  const value = values[name];
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? String(value.at(-1)) : undefined;
}

/** All values of an option that may be repeated. */
export function listOf(values: Values, name: string): readonly string[] {
  const value = values[name];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.map(String) : [];
}

/** Reads a whole number of a range. @throws CommandError when it is something else. */
export function integerOf(
  values: Values,
  name: string,
  [minimum, maximum]: readonly [number, number],
  { words }: Pick<Context, 'words'>,
): number | undefined {
  const text = textOf(values, name);
  if (text === undefined) return undefined;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= minimum && value <= maximum) return value;
  throw new CommandError('usage', words.usage.badInteger(`--${name}`, text, minimum, maximum));
}
