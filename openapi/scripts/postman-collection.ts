import { createHash } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import { authOf, type CollectionSource, operationOf, type SourceOperation } from './postman-auth.ts';
import { isNode, list, type PostmanNode, type PostmanValue } from './postman-node.ts';

type HeaderExamples = NonNullable<CollectionSource['components']['headers']>;

/**
 * Prepares the converter's collection for publication.
 *
 * - Ids are hashes of their position; the converter generates random ones.
 * - The variables are named `host` and `key`.
 * - A parameter whose value is a placeholder such as `{{app_identifier}}` is disabled.
 * - A request whose operation has another security scheme, or none, authenticates with that; the credential is a
 *   variable with the name of the scheme.
 * - Saved responses are named after their status and contain the contract's header examples.
 */
export function finishCollection(collection: PostmanNode, contract: CollectionSource): PostmanNode {
  const text = JSON.stringify(collection)
    .replaceAll('{{baseUrl}}', '{{host}}')
    .replaceAll('{{bearerToken}}', '{{key}}');
  const finished: PostmanNode = JSON.parse(text);
  finished.variable = list(finished.variable).map((variable) =>
    variable.key === 'baseUrl' ? { ...variable, key: 'host' } : variable,
  );
  finished.variable = [...list(finished.variable), { key: 'key', value: 'YOUR-REST-API-KEY' }];
  const used = new Set<string>();
  for (const item of itemsOf(finished)) finishItem(item, contract, used);
  const credentials = [...used].map((name) => ({ key: name, value: `YOUR-${name}` }));
  finished.variable = [...list(finished.variable), ...credentials];
  finishNode(finished, '', contract.components.headers ?? {});
  return finished;
}

function finishNode(node: PostmanNode, place: string, headers: HeaderExamples): void {
  for (const [key, value] of Object.entries(node)) {
    const here = `${place}/${key}`;
    if (key === 'id' || key === '_postman_id') node[key] = stableId(here);
    else if (key === 'query') for (const parameter of list(value)) switchOffPlaceholder(parameter);
    else if (key === 'response') for (const response of list(value)) fillHeaders(response, headers);
    if (key === 'description') finishDescription(value);
    if (Array.isArray(value))
      value.forEach((item, index) => {
        if (isNode(item)) finishNode(item, `${here}/${index}`, headers);
      });
    else if (isNode(value)) finishNode(value, here, headers);
  }
}

/** The requests of a collection, in folders at any depth. */
function itemsOf(node: PostmanNode): PostmanNode[] {
  return list(node['item']).flatMap((item) => (isNode(item.request) ? [item] : itemsOf(item)));
}

/** Adds the authentication of the operation to a request, and names saved responses after their status. */
function finishItem(item: PostmanNode, contract: CollectionSource, used: Set<string>): void {
  if (!isNode(item.request)) return;
  const operation = operationOf(contract, item.request);
  if (operation === undefined) return;
  const own = authOf(contract, operation);
  if (own !== undefined) item.request['auth'] = own.auth;
  if (own?.variable !== undefined) used.add(own.variable);
  for (const response of list(item.response)) response.name = responseName(response, operation);
}

/** `404 Not Found`; `4XX` for a range. */
function responseName({ code }: PostmanNode, { responses = {} }: SourceOperation): string {
  const status = Number(code);
  if (code === undefined || Number.isNaN(status)) return 'Any other status';
  const range = `${Math.floor(status / 100)}XX`;
  if (!(status in responses) && range in responses) return range;
  return `${status} ${STATUS_CODES[status] ?? ''}`.trim();
}

function fillHeaders(response: PostmanNode, headers: HeaderExamples): void {
  for (const header of list(response.header)) {
    const example = headers[String(header.key)]?.example;
    if (example !== undefined) header.value = String(example);
  }
}

function switchOffPlaceholder(parameter: PostmanNode): void {
  if (String(parameter.value).startsWith('{{')) parameter.disabled = true;
}

function finishDescription(description: PostmanValue | undefined): void {
  if (!isNode(description) || typeof description.content !== 'string') return;
  // The converter appends the contact under its own heading, and declares Markdown as plain text.
  description.content = description.content.replace(/\n+Contact Support:\n[\s\S]*$/, '\n');
  description.type = 'text/markdown';
}

/** A UUID (version 8, custom) derived from the position in the collection. */
function stableId(place: string): string {
  const hex = createHash('sha256').update(`session-series${place}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
