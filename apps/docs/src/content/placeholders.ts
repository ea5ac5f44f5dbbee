import { type Contract, firstOperation, type Language, type Operation } from './contract.ts';

/**
 * Fills the facts of the API into a guide: `%{/info/version}` is a JSON pointer into the contract's bundle,
 * `%{path}` the first operation's path, `%{request}` its example with query, `%{query}` the query alone.
 * `%{language}` is the page's own language: a link that carries it is written alike in every language.
 *
 * @param where the file, for the message of an error.
 * @throws Error when the contract has no text or number at the pointer.
 */
export function fillIn(markdown: string, language: Language, contract: Contract, where: string): string {
  return markdown.replace(/%\{([^}]+)\}/g, (_, name: string) => {
    if (name === 'language') return language;
    if (name === 'path') return firstOperation(contract).path;
    if (name === 'query') return exampleQuery(contract).toString();
    if (name === 'request') return `${firstOperation(contract).path}?${exampleQuery(contract)}`;
    const found = name
      .slice(1)
      .split('/')
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
      .reduce<unknown>((node, part) => (isObject(node) ? node[part] : undefined), contract);
    if (typeof found !== 'string' && typeof found !== 'number')
      throw new Error(`${where}: %{${name}} names no text or number of the contract.`);
    return String(found);
  });
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** An operation's parameters with the examples of the contract. Placeholders in double braces are left out. */
export function exampleQuery(
  contract: Contract,
  operation: Operation = firstOperation(contract).operation,
): URLSearchParams {
  const query = new URLSearchParams();
  for (const { $ref } of operation.parameters) {
    const parameter = contract.components.parameters[$ref.split('/').at(-1) ?? ''];
    const example = String(parameter?.example ?? '');
    if (parameter && example && !example.startsWith('{{')) query.set(parameter.name, example);
  }
  return query;
}
