import type { Context } from '../context.ts';
import { domainOf, firstSentence, type Parameter } from '../contract.ts';
import { CommandError } from '../exit-codes.ts';

/** An option, as shown in help, completions and the manual. */
export interface OptionSpec {
  /** The long name, without dashes. */
  name: string;
  short?: string;
  /** The name of the value; an option without one is a switch. */
  value?: string;
  description: string;
  /** The allowed values, if they can be listed. */
  choices?: readonly string[];
  default?: string | number | undefined;
  /** May be given several times. */
  repeatable?: boolean;
  /** Other long names, which are not in the help. */
  aliases?: readonly string[];
}

/** The options of a command, by name. */
export type Values = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** The option for a parameter of the contract: `app_id` becomes `--app`, and `--app-id` works too. */
export function optionOf(parameter: Parameter, more: Partial<OptionSpec> = {}): OptionSpec {
  const { name, description, schema, required, example } = parameter;
  const full = name.replaceAll('_', '-');
  const short = full.replace(/-id$/, '');
  return {
    name: short,
    value: domainOf(parameter) ?? full,
    description: firstSentence(description),
    ...(schema.enum && { choices: schema.enum }),
    // The example in the contract.
    default: schema.default ?? (required ? example : undefined),
    ...(short !== full && { aliases: [full] }),
    ...more,
  };
}

/** Parses a value with the type of the contract. @throws CommandError when the contract does not allow it. */
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

/** Parses a whole number in a range. @throws CommandError for anything else. */
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
