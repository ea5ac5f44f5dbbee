import { type SiteConfig, textIn } from '../config.ts';
import { asObject, asText } from '../json.ts';
import { plainText } from '../markdown/render.ts';
import type { Operation, Reference, Section } from '../reference/types.ts';
import type { PageContext } from '../render/context.ts';
import { parameterAnchor } from '../render/parameters.ts';
import { encodeAnchor } from '../render/parts.ts';
import { requestData, samplesOf } from '../render/request-panel.ts';
import { responseAnchor } from '../render/responses.ts';
import { securityAnchor } from '../render/security.ts';
import { allowedValues } from '../schema/facts.ts';
import { itemsOf, viewOf } from '../schema/view.ts';
import type { SearchEntry } from './find.ts';

/** The maximum length of a searched text, to limit the index. */
const LONGEST = 4000;

/** The search entries of an operation: itself, its parameters, its responses and its samples. */
export function operationEntries(operation: Operation, path: string, context: PageContext): SearchEntry[] {
  const { id, title } = operation;
  const at = (anchor: string) => `${path}#${encodeAnchor(anchor)}`;
  const { words } = context;
  const entries: SearchEntry[] = [
    {
      title,
      page: `${operation.method} ${operation.path}`,
      url: at(id),
      text: `${operation.operationId ?? ''} ${plainText(operation.description)}`,
    },
  ];
  for (const parameter of operation.parameters) {
    const { schema } = viewOf(parameter.schema, context.resolver);
    const values = allowedValues(schema).map(({ value, meaning = '' }) => `${value} ${meaning}`);
    entries.push({
      title: parameter.name,
      page: title,
      url: at(parameterAnchor(operation, parameter)),
      text: [plainText(parameter.description), plainText(asText(schema.description)), ...values].join(' '),
    });
  }
  for (const { content } of operation.body ? [operation.body] : [])
    entries.push({
      title: words.requestBody,
      page: title,
      url: at(`${id}/request/body`),
      text: content.map(({ schema }) => schemaText(schema, context)).join(' '),
    });
  for (const response of operation.responses)
    entries.push({
      title: `${response.status}`,
      page: title,
      url: at(responseAnchor(operation, response.status)),
      text: [
        plainText(response.description),
        ...response.headers.map(({ name, description }) => `${name} ${plainText(description)}`),
        ...response.content.map(({ schema }) => schemaText(schema, context)),
      ].join(' '),
    });
  for (const [i, { label, source }] of operation.webhook
    ? []
    : samplesOf(operation, requestData(operation, context)).entries())
    entries.push({
      title: `${words.requestSample}${words.colon} ${label}`,
      page: title,
      url: at(`${id}/samples/${i}/panel`),
      text: operation.samples.length > 0 ? source : '',
    });
  return entries.map(shortened);
}

/** The names and descriptions of a schema's properties, one level deep. */
function schemaText(schema: unknown, { resolver }: PageContext): string {
  const view = itemsOf(viewOf(asObject(schema), resolver), resolver);
  return Object.entries(asObject(view.schema.properties))
    .map(([name, node]) => `${name} ${plainText(asText(resolver.resolve(node).description))}`)
    .join(' ');
}

/** The other search entries: the prose with its code, the schemes and the servers. */
export function overviewEntries(reference: Reference, path: string, context: PageContext): SearchEntry[] {
  const { words } = context;
  const entry = (title: string, anchor: string, text: string): SearchEntry => ({
    title,
    page: reference.title,
    url: `${path}#${encodeAnchor(anchor)}`,
    text,
  });
  return [
    {
      title: reference.title,
      page: words.reference,
      url: path,
      text: `${plainText(reference.summary)} ${plainText(reference.introduction)}`,
    },
    ...reference.sections.map((section) => entry(plainText(section.title), section.id, sectionText(section))),
    ...reference.securitySchemes.map((scheme) =>
      entry(
        scheme.name,
        securityAnchor(scheme.name),
        `${words.authorization} ${plainText(scheme.description)}`,
      ),
    ),
    ...reference.servers.map((server) =>
      entry(server.description ?? server.url, 'servers', `${words.server} ${server.url}`),
    ),
  ].map(shortened);
}

const sectionText = ({ markdown }: Section): string => plainText(markdown);

/** The search entries of a Markdown page: one per heading. */
export function markdownEntries(
  title: string,
  path: string,
  parts: readonly { id: string; title: string; markdown: string }[],
): SearchEntry[] {
  return parts.map((part) =>
    shortened({
      title: part.title || title,
      page: title,
      url: part.id === '' ? path : `${path}#${encodeAnchor(part.id)}`,
      text: plainText(part.markdown),
    }),
  );
}

const shortened = (entry: SearchEntry): SearchEntry => ({
  ...entry,
  text: entry.text.replace(/\s+/g, ' ').trim().slice(0, LONGEST),
});

/** The file with the search entries of folders that are copied into the site. */
export const copiedPart = 'copied.json';

/** The search entries of folders that are copied into the site unchanged, such as a demo. */
export const copiedEntries = ({ copy = [] }: SiteConfig, language: string): SearchEntry[] =>
  copy.flatMap(({ to, search }) => {
    if (!search) return [];
    const text = (value: Parameters<typeof textIn>[0]) => textIn(value, language) ?? '';
    const href = search.href ?? `../${to}/`;
    return [
      {
        title: text(search.title),
        page: text(search.title),
        url: href.replaceAll('{language}', language),
        text: text(search.text),
      },
    ];
  });
