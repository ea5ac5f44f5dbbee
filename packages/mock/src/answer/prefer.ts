import type { ContractOperation } from '../contract.ts';
import { nearest } from '../request/nearest.ts';
import { quote } from '../request/quote.ts';

/** What the header `Prefer` asks of a mock: an example instead of the handler's answer. */
export interface Preference {
  code?: number;
  example?: string;
  dynamic?: boolean;
  seed?: string;
}

/**
 * Reads `Prefer: code=404, example=name, dynamic=true, seed=1`, each of them optional. Other preferences are ignored, as
 * RFC 7240 demands. `undefined` if nothing is asked of the mock.
 */
export function readPreference(
  value: string | undefined,
  operation: ContractOperation,
): Preference | { finding: string } | undefined {
  if (value === undefined) return undefined;
  const asked = new Map<string, string>();
  for (const part of value.split(',')) {
    // What follows a semicolon are parameters of the preference; none of ours has any.
    const [name = '', ...rest] = (part.split(';')[0] ?? '').split('=');
    const token = name.trim().toLowerCase();
    if (['code', 'example', 'dynamic', 'seed'].includes(token)) {
      asked.set(
        token,
        rest
          .join('=')
          .trim()
          .replace(/^"(.*)"$/, '$1'),
      );
    }
  }
  if (asked.size === 0) return undefined;
  return interpret(asked, operation);
}

function interpret(
  asked: ReadonlyMap<string, string>,
  { responses }: ContractOperation,
): Preference | { finding: string } {
  const preference: Preference = {};
  const dynamic = asked.get('dynamic');
  if (dynamic !== undefined) {
    if (dynamic !== 'true' && dynamic !== 'false') {
      return { finding: `Prefer: dynamic=${quote(dynamic)} is not allowed. Expected true or false.` };
    }
    preference.dynamic = dynamic === 'true';
  }
  const seed = asked.get('seed');
  if (seed !== undefined) preference.seed = seed;

  const code = asked.get('code');
  const success = responses.find(({ status }) => status >= 200 && status < 300);
  const response = code === undefined ? success : responses.find(({ status }) => String(status) === code);
  if (response === undefined) {
    const statuses = responses.map(({ status }) => status).join(', ');
    return { finding: `Prefer: code=${quote(code ?? '')} is not allowed. Expected one of ${statuses}.` };
  }
  if (code !== undefined) preference.code = response.status;

  const example = asked.get('example');
  if (example !== undefined) {
    const names = response.examples.map(({ name }) => name);
    if (!names.includes(example)) {
      const suggestion = names.length > 1 ? ` Did you mean ${nearest(example, names)}?` : '';
      return {
        finding:
          `Prefer: example=${quote(example)} is not allowed for status ${response.status}.${suggestion} ` +
          `Expected ${names.join(', ') || 'no example'}.`,
      };
    }
    preference.example = example;
  }
  return preference;
}
