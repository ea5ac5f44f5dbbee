import type { JsonObject } from 'openapi-l10n';
import { asList, asObject, asShown, asText, isObject } from '../json.ts';
import type { Media, Operation, Parameter, Reference, Tag } from '../reference/types.ts';
import { exampleFor } from '../schema/example.ts';
import { allowedValues, factsOf, schemaExamples } from '../schema/facts.ts';
import { typeName } from '../schema/type-name.ts';
import { itemsOf, viewOf } from '../schema/view.ts';
import { exampleText } from './content.ts';
import type { PageContext } from './context.ts';
import { requestData, samplesOf } from './request-panel.ts';

/** The title and summary of the reference as Markdown. */
export const introMarkdown = ({ title, version, summary }: Reference): string =>
  joined([`# ${title}${version && ` (${version})`}`, summary]);

/** The content after the operations as Markdown: prose, schemes and servers. */
export function backgroundMarkdown(reference: Reference, { words }: PageContext): string {
  const { introduction, sections, securitySchemes, servers } = reference;
  return joined([
    introduction.trim() !== '' && `## ${words.overview}`,
    introduction.trim(),
    ...sections.map(
      (section) => `${'#'.repeat(Math.max(2, section.level))} ${section.title}\n\n${section.markdown.trim()}`,
    ),
    securitySchemes.length > 0 && `## ${words.authorization}`,
    ...securitySchemes.map(
      ({ name, type, description }) => `- \`${name}\` (${type})${words.colon} ${oneLine(description)}`,
    ),
    servers.length > 0 && `## ${words.servers}`,
    servers
      .map(
        ({ url, description }) =>
          `- \`${url}\`${description === undefined ? '' : `${words.colon} ${description}`}`,
      )
      .join('\n'),
  ]);
}

/** A tag as Markdown. */
export const tagMarkdown = ({ title, description }: Tag, { words }: PageContext): string =>
  joined([`# ${title || words.otherOperations}`, description?.trim()]);

/** An operation with its parameters, bodies, responses, examples and samples as Markdown. */
export function operationMarkdown(operation: Operation, context: PageContext): string {
  const { words } = context;
  const { title, method, path, description, parameters, body, responses } = operation;
  const titles = {
    path: words.pathParameters,
    query: words.queryParameters,
    querystring: words.queryParameters,
    header: words.headerParameters,
    cookie: words.cookieParameters,
  };
  const places = [...new Set(parameters.map((one) => one.in))];
  const samples = operation.webhook ? [] : samplesOf(operation, requestData(operation, context));
  return joined([
    `## ${title}${operation.deprecated ? ` (${words.deprecated})` : ''}`,
    `\`${method} ${path}\``,
    description?.trim(),
    ...places.flatMap((place) => [
      `### ${titles[place]}`,
      parameters
        .filter((one) => one.in === place)
        .map((one) => parameterItem(one, context))
        .join('\n'),
    ]),
    ...(body
      ? [
          `### ${words.requestBody}${body.required ? ` (${words.required})` : ''}`,
          body.description,
          ...body.content.flatMap((media) => mediaMarkdown(media, 'request', context)),
        ]
      : []),
    responses.length > 0 && `### ${words.responses}`,
    ...responses.flatMap(({ status, description: about, headers, content }) => [
      `#### ${status}`,
      about?.trim(),
      headers.length > 0 && `${words.responseHeaders}${words.colon}`,
      headers.map((header) => parameterItem(header, context)).join('\n'),
      ...content.flatMap((media) => mediaMarkdown(media, 'response', context)),
    ]),
    samples.length > 0 && `### ${words.requestSample}`,
    ...samples.flatMap(({ label, lang, source }) => [`#### ${label}`, fenced(source, lang.toLowerCase())]),
  ]);
}

function parameterItem(
  { name, schema, required, deprecated, description, examples }: Parameter,
  context: PageContext,
): string {
  const shown = examples.flatMap(({ value }) => (value === undefined ? [] : [asShown(value)]));
  return item(name, schema, { required, deprecated, description, examples: shown }, context, 0);
}

function mediaMarkdown(media: Media, direction: 'request' | 'response', context: PageContext): string[] {
  const { resolver, words } = context;
  const made =
    media.schema && media.examples.length === 0 ? exampleFor(media.schema, direction, resolver) : undefined;
  const language = /json/.test(media.type) ? 'json' : '';
  const schema = media.schema && `${typeName(viewOf(media.schema, resolver), resolver, words)}`;
  return [
    `\`${media.type}\`${schema === undefined ? '' : `${words.colon} ${schema}`}`,
    media.schema ? properties(media.schema, context, 0, []).join('\n') : '',
    ...media.examples.flatMap(({ summary, value }) => [
      summary ?? '',
      value === undefined ? '' : fenced(exampleText(value), language),
    ]),
    made === undefined ? '' : fenced(exampleText(made), language),
  ].filter((part) => part !== '');
}

/** The properties of a schema as a nested list; recursive schemas end where they repeat. */
function properties(
  node: JsonObject,
  context: PageContext,
  depth: number,
  above: readonly string[],
): string[] {
  const { resolver } = context;
  const view = itemsOf(viewOf(node, resolver), resolver);
  const name = view.name ?? '';
  if (depth > 3 || (name !== '' && above.includes(name))) return [];
  const required = asList(view.schema.required);
  const own = Object.entries(asObject(view.schema.properties)).flatMap(([key, child]) => {
    const { schema } = viewOf(child, resolver);
    const about = {
      required: required.includes(key),
      deprecated: schema.deprecated === true,
      description: asText(schema.description),
      examples: [],
    };
    return [
      item(key, child, about, context, depth),
      ...(isObject(child) ? properties(child, context, depth + 1, [...above, name]) : []),
    ];
  });
  return [...own, ...view.alternatives.flatMap((one) => properties(one, context, depth, [...above, name]))];
}

interface About {
  required: boolean;
  deprecated: boolean;
  description: string | undefined;
  examples: readonly string[];
}

function item(
  name: string,
  node: unknown,
  about: About,
  { resolver, words }: PageContext,
  depth: number,
): string {
  const view = viewOf(asObject(node), resolver);
  const values = allowedValues(view.schema).map(({ value }) => `\`${value}\``);
  const examples = about.examples.length > 0 ? about.examples : schemaExamples(view.schema).map(asShown);
  const facts = [
    typeName(view, resolver, words),
    about.required && words.required,
    about.deprecated && words.deprecated,
    ...factsOf(view.schema, words).map(({ label, value }) =>
      value === undefined ? label : `${label}${words.colon} \`${value}\``,
    ),
    values.length > 0 && `${words.allowed}${words.colon} ${values.join(', ')}`,
    examples.length > 0 && `${words.example}${words.colon} ${examples.map((one) => `\`${one}\``).join(', ')}`,
  ].filter(Boolean);
  const description = oneLine(about.description);
  return `${'  '.repeat(depth)}- \`${name}\` (${facts.join(' · ')})${description && `${words.colon} ${description}`}`;
}

const oneLine = (text: string | undefined): string => (text ?? '').trim().replace(/\s+/g, ' ');

const fenced = (source: string, language: string): string => {
  const fence = source.includes('```') ? '````' : '```';
  return `${fence}${language}\n${source.trimEnd()}\n${fence}`;
};

const joined = (parts: readonly (string | undefined | false)[]): string => parts.filter(Boolean).join('\n\n');
