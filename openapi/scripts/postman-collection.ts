import { createHash } from 'node:crypto';
import { STATUS_CODES } from 'node:http';

/** Any part of a Postman collection (format 2.1). */
export interface PostmanNode {
  [key: string]: PostmanValue | undefined;
  /** Of the collection. */
  variable?: PostmanValue;
  /** Of a variable or a header. */
  key?: PostmanValue;
  value?: PostmanValue;
  disabled?: PostmanValue;
  /** Of a saved response: its status. */
  code?: PostmanValue;
  name?: PostmanValue;
  header?: PostmanValue;
  /** Of a description: its text and media type. */
  content?: PostmanValue;
  type?: PostmanValue;
}
type PostmanValue = string | number | boolean | null | PostmanValue[] | PostmanNode;

type HeaderExamples = Record<string, { example?: string | number }>;

/**
 * Prepares the converter's collection for publication.
 *
 * - Ids are hashes of their position; the converter generates random ones.
 * - The variables are named `host` and `key`.
 * - A parameter whose value is a placeholder such as `{{app_identifier}}` is disabled.
 * - Saved responses are named after their status and contain the contract's header examples.
 */
export function finishCollection(
  collection: PostmanNode,
  contract: { components: { headers: HeaderExamples } },
): PostmanNode {
  const text = JSON.stringify(collection)
    .replaceAll('{{baseUrl}}', '{{host}}')
    .replaceAll('{{bearerToken}}', '{{key}}');
  const finished: PostmanNode = JSON.parse(text);
  finished.variable = list(finished.variable).map((variable) =>
    variable.key === 'baseUrl' ? { ...variable, key: 'host' } : variable,
  );
  finished.variable = [...list(finished.variable), { key: 'key', value: 'YOUR-REST-API-KEY' }];
  finishNode(finished, '', contract.components.headers);
  return finished;
}

function finishNode(node: PostmanNode, place: string, headers: HeaderExamples): void {
  for (const [key, value] of Object.entries(node)) {
    const here = `${place}/${key}`;
    if (key === 'id' || key === '_postman_id') node[key] = stableId(here);
    else if (key === 'query') for (const parameter of list(value)) switchOffPlaceholder(parameter);
    else if (key === 'response') for (const answer of list(value)) finishAnswer(answer, headers);
    if (key === 'description') finishDescription(value);
    if (Array.isArray(value))
      value.forEach((item, index) => {
        if (isNode(item)) finishNode(item, `${here}/${index}`, headers);
      });
    else if (isNode(value)) finishNode(value, here, headers);
  }
}

function finishAnswer(answer: PostmanNode, headers: HeaderExamples): void {
  const status = Number(answer.code);
  answer.name = `${status} ${STATUS_CODES[status] ?? ''}`.trim();
  for (const header of list(answer.header)) {
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

const isNode = (value: PostmanValue | undefined): value is PostmanNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: PostmanValue | undefined): PostmanNode[] =>
  Array.isArray(value) ? value.filter(isNode) : [];
