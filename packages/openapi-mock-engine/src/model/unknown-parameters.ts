import type { Finding } from './finding.ts';
import { nearest } from './nearest.ts';
import type { Parameter } from './operation.ts';
import { quoteName, quoteText } from './quote.ts';
import type { ParameterSource } from './style/deserialize.ts';

/** What to do with a query parameter that is not in the contract. */
export type UnknownParameters = 'ignore' | 'warn' | 'reject';

/** The maximum number of unknown names to list; a query may have thousands. */
const listedUnknown = 50;

/** The query parameters that no parameter of the contract consumed, with suggestions. */
export function unknownParameters(
  parameters: readonly Parameter[],
  source: ParameterSource,
  consumed: ReadonlySet<string>,
): Finding[] {
  const names = parameters.filter(({ in: place }) => place === 'query').map(({ name }) => name);
  const seen = new Set<string>();
  const found: Finding[] = [];
  for (const { name, value } of source.query) {
    if (consumed.has(name) || seen.has(name)) continue;
    seen.add(name);
    if (seen.size > listedUnknown) continue;
    const suggestion = nearest(name, names);
    const expectation = names.length === 0 ? 'no query parameters' : `only ${names.join(', ')}`;
    found.push({
      in: 'query',
      name: quoteName(name),
      path: [],
      keyword: 'unknown',
      value,
      expected: expectation,
      suggestion,
      message:
        `${quoteName(name)}: ${value === '' ? 'an empty value' : quoteText(value)} is not allowed, since there is no such parameter.` +
        `${suggestion === undefined ? '' : ` Did you mean ${suggestion}?`} Expected ${expectation}.`,
    });
  }
  const rest = seen.size - found.length;
  if (rest > 0) {
    found.push({
      in: 'query',
      name: 'query',
      path: [],
      keyword: 'unknown',
      value: undefined,
      expected: '',
      suggestion: undefined,
      message: `query: ${rest.toLocaleString('en')} more parameters are not known.`,
    });
  }
  return found;
}
