import type { Finding } from 'openapi-mock-engine/model';
import { m } from '../generated/messages/messages.js';

/** The problem with a value, in the reader's language. @param schema of the value that the finding is about, if known */
export function findingText(
  { keyword, value, expected, path }: Finding,
  schema: Readonly<Record<string, unknown>> = {},
): string {
  const shown = typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 60) : '';
  switch (keyword) {
    case 'missing':
    case 'required':
    case 'minLength':
      return m.problem_missing();
    case 'enum':
    case 'const':
      return m.problem_not_listed({ value: shown, allowed: expected.replace(/ or /g, ', ') });
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return path.length === 0 && typeof schema[keyword] === 'number'
        ? m.problem_beyond({ value: shown, rule: keyword, limit: schema[keyword] })
        : m.problem_out_of_range({ value: shown, rule: keyword });
    case 'type':
      return m.problem_type();
    case 'pattern':
    case 'format':
      return m.problem_form({ value: shown });
    default:
      return m.problem_rule({ rule: keyword });
  }
}
