import { changelogMarkdown } from './changelog.ts';
import { clientDefaults } from './client-defaults.ts';
import { type Contract, firstOperation, type Language, type Operation } from './contract.ts';
import { mockOptions } from './mock-help.ts';
import { catalogueTable, optionsTable } from './mock-tables.ts';

/**
 * Fills into a guide what is written elsewhere:
 * `%{/info/version}` a JSON pointer into the contract's bundle, `%{path}` the first operation's path, `%{request}` its
 * example with query, `%{query}` the query alone; `%{mock --port}` the default of an option of the mock, `%{mock url}`
 * where it listens, `%{mock options}` and `%{mock catalogue}` its tables; `%{client maxRetries}` a default of the client;
 * `%{changelog}` the contract's changes.
 * `%{language}` is the page's own language: a link that carries it is written alike in every language.
 *
 * @param where the file, for the message of an error.
 * @throws Error when there is nothing of that name.
 */
export function fillIn(markdown: string, language: Language, contract: Contract, where: string): string {
  return markdown.replace(/%\{([^}]+)\}/g, (_, name: string) => {
    const found = name.startsWith('/') ? valueAt(contract, name) : named(name, language, contract);
    if (found === undefined) throw new Error(`${where}: %{${name}} names nothing that a guide can show.`);
    return found;
  });
}

function named(name: string, language: Language, contract: Contract): string | undefined {
  const [subject = '', of = ''] = name.split(' ');
  if (subject === 'mock') return ofMock(of, language);
  if (subject === 'client') return clientDefaults().get(of);
  const values: Record<string, () => string> = {
    language: () => language,
    path: () => firstOperation(contract).path,
    query: () => exampleQuery(contract).toString(),
    request: () => `${firstOperation(contract).path}?${exampleQuery(contract)}`,
    changelog: () => changelogMarkdown(language),
  };
  return values[name]?.();
}

function ofMock(name: string, language: Language): string | undefined {
  if (name === 'options') return optionsTable(language);
  if (name === 'catalogue') return catalogueTable(language);
  if (name === 'url') return `http://${defaultOf('--host')}:${defaultOf('--port')}`;
  return defaultOf(name);
}

const defaultOf = (option: string): string | undefined =>
  mockOptions().find(({ usage }) => usage.split(/[ ,]+/).includes(option))?.byDefault;

function valueAt(contract: Contract, pointer: string): string | undefined {
  const found = pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((node, part) => (isObject(node) ? node[part] : undefined), contract);
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
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
