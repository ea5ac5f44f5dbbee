import type { Contract } from '../model/index.ts';
import { parseQuery } from '../model/style/query.ts';

/** Names of parameters whose values are or may be credentials. */
const secretName =
  /(?:^|[_.-]|%5B|\[)(?:api[_-]?key|access[_-]?token|key|token|secret|client[_-]?secret|password|passwd|signature|sig|auth|authorization|credentials?)(?:\]|%5D)?$|apiKey$|accessToken$/i;

/** Headers whose values are or may be credentials. */
const secretHeader = /authorization|cookie|token|secret|key|password|signature|credential|session/i;

/** Members of a body that are credentials beyond doubt. */
const secretMember =
  /(["']?(?:password|passwd|(?:client|app)?[_-]?secret|(?:access|refresh|id)[_-]?token|api[_-]?key|private[_-]?key|client[_-]?assertion|authorization)["']?\s*(?::\s*|=))("(?:[^"\\]|\\.)*"|[^\s"&,;}\]]+)/gi;

/** Where a contract's credentials are sent, and what looks like one: it is neither logged nor recorded. */
export class Secrets {
  readonly #parameters: ReadonlySet<string>;
  readonly #headers = new Map<string, boolean>();

  constructor({ securitySchemes }: Pick<Contract, 'securitySchemes'>) {
    const named = (place: string): string[] =>
      securitySchemes.flatMap((scheme) => (scheme.in === place ? (scheme.parameter ?? []) : []));
    this.#parameters = new Set(named('query'));
    for (const name of named('header')) this.#headers.set(name.toLowerCase(), true);
  }

  /** Whether a header holds credentials. @param name in lower case */
  isHeader(name: string): boolean {
    const known = this.#headers.get(name);
    if (known !== undefined) return known;
    const found = secretHeader.test(name);
    // Clients may send any number of names.
    if (this.#headers.size < 1_000) this.#headers.set(name, found);
    return found;
  }

  /** A query string with credentials replaced with three asterisks. */
  inQuery(query: string): string {
    if (query === '') return query;
    if (this.#parameters.size === 0 && !/key|token|secret|passw|sig|auth|credential/i.test(query))
      return query;
    return query
      .split('&')
      .map((part) => {
        const equals = part.indexOf('=');
        return equals !== -1 && this.#isParameter(part.slice(0, equals))
          ? `${part.slice(0, equals)}=***`
          : part;
      })
      .join('&');
  }

  /** A message about a request, with the credentials of its query replaced. */
  inMessage(message: string, query: string): string {
    if (this.inQuery(query) === query) return message;
    let redacted = message;
    for (const { name, value } of parseQuery(query)) {
      if (value !== '' && this.#isParameter(name)) redacted = redacted.replaceAll(value, '***');
    }
    return redacted;
  }

  /** A body in JSON or of a form, with passwords, secrets and tokens replaced. */
  inBody(text: string): string {
    return text.replace(secretMember, (_all, name: string, value: string) =>
      value.startsWith('"') ? `${name}"***"` : `${name}***`,
    );
  }

  #isParameter(name: string): boolean {
    return secretName.test(name) || this.#parameters.has(name) || this.#parameters.has(decoded(name));
  }
}

function decoded(name: string): string {
  return parseQuery(name)[0]?.name ?? name;
}

const bySecurity = new WeakMap<Contract['securitySchemes'], Secrets>();

/** The secrets of a contract, made once. */
export function secretsOf(contract: Contract): Secrets {
  const { securitySchemes } = contract;
  const secrets = bySecurity.get(securitySchemes) ?? new Secrets(contract);
  bySecurity.set(securitySchemes, secrets);
  return secrets;
}
