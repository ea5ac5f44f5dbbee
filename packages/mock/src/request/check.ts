import type { Parameters } from '../handler.ts';
import { nearest } from './nearest.ts';
import type { CompiledParameter } from './parameter.ts';
import type { Query } from './query.ts';
import { quote } from './quote.ts';

/** What to do with a query parameter that the contract does not know. */
export type UnknownParameters = 'ignore' | 'warn' | 'reject';

/** The parameters of a valid request, or what is wrong with it: one sentence for each finding. */
export type Checked = { parameters: Parameters; warnings: string[] } | { findings: string[] };

/** Reads a query by the contract's parameters. */
export function checkQuery(
  query: Query,
  known: readonly CompiledParameter[],
  unknown: UnknownParameters,
): Checked {
  const findings: string[] = [];
  const warnings: string[] = [];
  const parameters: { [name: string]: string | number | undefined } = {};

  if (unknown !== 'ignore') {
    const names = known.map(({ name }) => name);
    for (const [name, values] of query) {
      if (names.includes(name)) continue;
      const sink = unknown === 'reject' ? findings : warnings;
      sink.push(
        `${quoteName(name)}: ${quote(values[0] ?? '')} is not allowed, since there is no such parameter. ` +
          `Did you mean ${nearest(name, names)}? Expected only ${names.join(', ')}.`,
      );
    }
  }

  for (const parameter of known) {
    const values = query.get(parameter.name);
    const [text] = values ?? [];
    if (values === undefined || text === undefined) {
      if (parameter.required) findings.push(`${parameter.name}: is missing. Expected ${parameter.expected}.`);
      else parameters[parameter.name] = parameter.default;
    } else if (values.length > 1) {
      const given = values.slice(0, 3).map(quote).join(', ');
      findings.push(
        `${parameter.name}: was given ${values.length} times (${given}${values.length > 3 ? ', …' : ''}). ` +
          `Expected it once: ${parameter.expected}.`,
      );
    } else {
      const value = parameter.read(text);
      if (value === undefined) findings.push(notAllowed(parameter, text));
      else parameters[parameter.name] = value;
    }
  }
  return findings.length > 0 ? { findings } : { parameters, warnings };
}

/** Why a value is refused, in the words of the contract's own example. */
export function notAllowed(
  { name, expected, read }: CompiledParameter,
  text: string,
  instead = expected,
): string {
  const sentence = `${name}: ${text === '' ? 'an empty value' : quote(text)} is not allowed. Expected ${instead}.`;
  const restored = text.replace(/ (?=\d{1,2}(:?\d{2})?$)/, '+');
  const lostPlus = restored !== text && read(restored) !== undefined;
  return lostPlus ? `${sentence} A + in a query string is a space: write it as %2B.` : sentence;
}

/** The name of an unknown parameter, safe to print. */
function quoteName(name: string): string {
  return /^[\p{L}\p{N}_.-]{1,40}$/u.test(name) ? name : quote(name);
}
