import { nearest, type Operation, type Response } from '../model/index.ts';
import { list, quoteText } from '../model/quote.ts';

/** A request for a certain answer of the contract, in the `Prefer` header. */
export interface Preference {
  code?: number;
  example?: string;
  dynamic?: boolean;
  seed?: string;
}

const known = ['code', 'example', 'dynamic', 'seed'];

/**
 * Reads `Prefer: code=404, example=name, dynamic=true, seed=1`, each of them optional. Other preferences are ignored, as
 * RFC 7240 requires. `undefined` if there is none for the mock.
 */
export function readPreference(
  value: string | undefined,
  operation: Operation,
): Preference | { finding: string } | undefined {
  if (value === undefined) return undefined;
  const asked = new Map<string, string>();
  for (const part of value.split(',')) {
    // A semicolon starts the parameters of a preference; ours have none.
    const [name = '', ...rest] = (part.split(';')[0] ?? '').split('=');
    const token = name.trim().toLowerCase();
    if (known.includes(token))
      asked.set(
        token,
        rest
          .join('=')
          .trim()
          .replace(/^"(.*)"$/, '$1'),
      );
  }
  return asked.size === 0 ? undefined : interpret(asked, operation);
}

function interpret(
  asked: ReadonlyMap<string, string>,
  { responses }: Operation,
): Preference | { finding: string } {
  const preference: Preference = {};
  const dynamic = asked.get('dynamic');
  if (dynamic !== undefined) {
    if (dynamic !== 'true' && dynamic !== 'false') {
      return { finding: `Prefer: dynamic=${quoteText(dynamic)} is not allowed. Expected true or false.` };
    }
    preference.dynamic = dynamic === 'true';
  }
  const seed = asked.get('seed');
  if (seed !== undefined) preference.seed = seed;

  const code = asked.get('code');
  const response = code === undefined ? successOf(responses) : responseOf(responses, code);
  if (code !== undefined) {
    if (response === undefined) {
      const statuses = responses.map(({ status }) => status).join(', ');
      return { finding: `Prefer: code=${quoteText(code)} is not allowed. Expected one of ${statuses}.` };
    }
    preference.code = Number(code);
  }
  const example = asked.get('example');
  if (example === undefined) return preference;
  const names = [
    ...new Set((response?.content ?? []).flatMap(({ examples }) => examples.map(({ name }) => name))),
  ];
  if (names.includes(example)) return { ...preference, example };
  const suggestion = nearest(example, names);
  return {
    finding:
      `Prefer: example=${quoteText(example)} is not allowed for status ${code ?? response?.status ?? 200}.` +
      `${suggestion === undefined ? '' : ` Did you mean ${suggestion}?`} Expected ${list(names, 'or') || 'no example'}.`,
  };
}

/** The response for a code: its own, or the range or `default` that includes it. */
function responseOf(responses: readonly Response[], code: string): Response | undefined {
  if (!/^[2-5]\d\d$/.test(code)) return undefined;
  return (
    responses.find(({ status }) => status === code) ??
    responses.find(({ status }) => status === `${code.charAt(0)}XX`) ??
    responses.find(({ status }) => status === 'default')
  );
}

/** Needed for each request, so cached. */
const successes = new WeakMap<readonly Response[], { response: Response | undefined }>();

/** The response to a successful request: the lowest success, else `default`, else any. */
export function successOf(responses: readonly Response[]): Response | undefined {
  const known = successes.get(responses) ?? { response: findSuccess(responses) };
  successes.set(responses, known);
  return known.response;
}

function findSuccess(responses: readonly Response[]): Response | undefined {
  return (
    responses
      .filter(({ status }) => status.startsWith('2'))
      .sort((a, b) => (a.status < b.status ? -1 : 1))[0] ??
    responses.find(({ status }) => status === 'default') ??
    responses.find(({ status }) => status.startsWith('3')) ??
    // An informational response is never the last one.
    responses.find(({ status }) => !status.startsWith('1'))
  );
}

/** The status code for a key of the contract's responses. */
export function statusOf(key: string | undefined): number {
  if (key === undefined || key === 'default') return 200;
  return Number(key.replace(/X/g, '0'));
}
