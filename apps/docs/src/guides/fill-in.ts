import { readFileSync } from 'node:fs';
import { type Operation, serializeParameters } from 'openapi-mock-engine/model';
import { changelogMarkdown } from './changelog.ts';
import { clientDefaults } from './client-defaults.ts';
import { contractIn, firstOperation, type Language } from './contract.ts';
import { mockOptions } from './mock-help.ts';
import { catalogueTable, optionsTable } from './mock-tables.ts';

/**
 * Fills placeholders in a guide:
 * `%{/info/version}` a JSON pointer into the contract, `%{path}` the first operation's path, `%{request}` its example with
 * query, `%{query}` the query alone, `%{operation}` a link to it; `%{mock --port}` the default of an option of the mock,
 * `%{mock url}` where it listens, `%{mock options}` and `%{mock catalogue}` its tables; `%{client maxRetries}` a default of
 * the client; `%{changelog}` the contract's changes; `%{errors}` and `%{open}` links to sections of the reference.
 * `%{language}` is the page's own language: a link that carries it is the same in every language.
 * `<!-- if: unpublished -->…<!-- end -->` stays as long as the packages are not published, `<!-- if: published -->…` from then on.
 *
 * @param where the file, for error messages.
 * @throws Error for an unknown placeholder.
 */
export function fillIn(markdown: string, language: Language, where: string): string {
  const state = isPublished() ? 'published' : 'unpublished';
  return markdown
    .replace(/<!-- if: (\w+) -->\n?(.*?)<!-- end -->\n?/gs, (_, condition: string, text: string) =>
      condition === state ? text : '',
    )
    .replace(/%\{([^}]+)\}/g, (_, name: string) => {
      const found = name.startsWith('/') ? valueAt(language, name) : named(name, language);
      if (found === undefined) throw new Error(`${where}: %{${name}} is not a placeholder of guides.`);
      return found;
    });
}

/** Published packages have a version other than 0.0.0. */
function isPublished(): boolean {
  return manifestAt(import.meta.resolve('@session-series/client/package.json')).version !== '0.0.0';
}

const manifestAt = (url: string): { version: string; packageManager?: string } =>
  JSON.parse(readFileSync(new URL(url), 'utf8'));

function named(name: string, language: Language): string | undefined {
  const [subject = '', of = ''] = name.split(' ');
  if (subject === 'mock') return ofMock(of, language);
  if (subject === 'client') return clientDefaults().get(of);
  const operation = firstOperation(contractIn('en'));
  const values: Record<string, () => string | undefined> = {
    language: () => language,
    path: () => operation.path,
    query: () => exampleQuery(operation),
    request: () => `${operation.path}?${exampleQuery(operation)}`,
    operation: () => `#${operation.tags[0]}/${operation.id.toLowerCase()}`,
    errors: () => sectionLink('429'),
    open: () => sectionLink(),
    changelog: () => changelogMarkdown(language),
    'package manager': () =>
      manifestAt(new URL('../../../../package.json', import.meta.url).href).packageManager,
  };
  return values[name]?.();
}

/** A link to a section of the contract's prose: the one with a table row about a code, or the last one. */
function sectionLink(code?: string): string | undefined {
  const { info } = contractIn('en').document.root;
  const description =
    typeof info === 'object' && info !== null && 'description' in info ? String(info.description) : '';
  const sections = description.split(/^## /m).slice(1);
  const found =
    code === undefined ? sections.at(-1) : sections.find((text) => text.includes(`\n| \`${code}\` |`));
  const title = found?.split('\n')[0];
  return (
    title &&
    `#section/${title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')}`
  );
}

function ofMock(name: string, language: Language): string | undefined {
  if (name === 'options') return optionsTable(language);
  if (name === 'catalogue') return catalogueTable(language);
  if (name === 'url') return `http://${defaultOf('--host')}:${defaultOf('--port')}`;
  return defaultOf(name);
}

const defaultOf = (option: string): string | undefined =>
  mockOptions().find(({ usage }) => usage.split(/[ ,]+/).includes(option))?.byDefault;

function valueAt(language: Language, pointer: string): string | undefined {
  const found = pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (node, part) => (isObject(node) ? node[part] : undefined),
      contractIn(language).document.root,
    );
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The query of the contract's examples, without placeholders in double braces. */
export function exampleQuery(operation: Operation): string {
  const query: Record<string, unknown> = {};
  for (const { name, in: place, examples } of operation.parameters) {
    const value = examples[0]?.value;
    if (place === 'query' && value !== undefined && !String(value).startsWith('{{')) query[name] = value;
  }
  return serializeParameters(operation, { query }).query;
}
