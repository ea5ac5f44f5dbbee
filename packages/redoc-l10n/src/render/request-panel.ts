import { type Html, html } from '../html.ts';
import { fill } from '../languages.ts';
import { codeBlock } from '../markdown/highlight.ts';
import type { ConsoleFrame } from '../page/site.ts';
import type { Operation, Sample, SecurityScheme, Server } from '../reference/types.ts';
import { generateSamples } from '../samples/generate.ts';
import {
  type AuthShape,
  buildRequest,
  parameterKey,
  type RequestShape,
  type RequestValues,
} from '../samples/request.ts';
import { exampleFor, exampleValue } from '../schema/example.ts';
import { viewOf } from '../schema/view.ts';
import { exampleText } from './content.ts';
import type { PageContext } from './context.ts';
import { headerOf } from './security.ts';
import { tabs } from './tabs.ts';

/** The placeholder for a key in generated samples. */
const KEY = 'YOUR-API-KEY';
/** `user:password` in Base64, the form that basic authentication requires. */
const CREDENTIALS = 'dXNlcjpwYXNzd29yZA==';

/** What the script of the page needs for editing the request. */
export interface RequestData {
  shape: RequestShape;
  values: RequestValues;
  servers: readonly { url: string; texts: Readonly<Record<string, string>> }[];
  /** Whether the samples are the description's own. */
  authored: boolean;
  statuses: readonly string[];
}

/** The panel next to an operation: the server, and the request in every language. */
export function renderRequestPanel(operation: Operation, context: PageContext): Html | undefined {
  if (operation.webhook) return undefined;
  const { words } = context;
  const data = requestData(operation, context);
  const samples = samplesOf(operation, data);
  const server = html`<p class="server"><label>${words.server} <select>${operation.servers.map((one) => html`<option value="${one.url}">${serverName(one)}</option>`)}</select></label></p>`;
  const items = samples.map(({ label, lang, source }) => ({
    label,
    lang,
    content: codeBlock(source, lang, words),
  }));
  return html`<section class="panel request" data-operation="${operation.operationId ?? operation.id}" data-request="${JSON.stringify(data)}"><h3>${words.requestSample}</h3>${operation.servers.length > 0 && server}${tabs(`${operation.id}/samples`, 'sample', words.sampleLanguage, items)}${context.console && renderConsole(operation, data, context.console, context)}</section>`;
}

/** The id of the sample that shows first. */
export const firstSampleId = ({ id, webhook }: Operation): string | undefined =>
  webhook ? undefined : `${id}/samples/0/panel`;

/** The controls for sending the request, which are hidden without scripts. */
function renderConsole(
  operation: Operation,
  data: RequestData,
  console: ConsoleFrame,
  { words }: PageContext,
): Html {
  const statuses = data.statuses.filter((status) => /^[45]\d\d$/.test(status));
  const simulate =
    statuses.length > 0 &&
    html`<label>${words.answerWith} <select autocomplete="off"><option value="">${words.answerNormal}</option>${statuses.map((status) => html`<option>${status}</option>`)}</select></label>`;
  const links = console.links.filter(({ operation: of }) => of === undefined || of === operation.operationId);
  const { keyVariable } = console;
  const [before = '', after = ''] = (keyVariable === undefined ? words.keyAboutPlain : words.keyAbout).split(
    '{variable}',
  );
  const variable = keyVariable !== undefined && html`<code>$${keyVariable}</code>`;
  const read =
    keyVariable !== undefined &&
    html`<label><input type="checkbox" autocomplete="off"> ${fill(words.keyShown, { variable: `$${keyVariable}` })}</label>`;
  const key =
    data.shape.auth !== undefined &&
    html`<details><summary>${words.keyTitle}</summary><p>${before}${variable}${after}</p>${read}</details>`;
  return html`<div class="send"><button type="button" class="primary">${words.send}</button>${simulate}<button type="button" class="quiet">${words.reset}</button>${links.map(({ label, href }) => html`<a class="try" data-href="${href}">${label}</a>`)}</div><div class="output" role="status"></div><div class="notes"><p>${words.sendAbout}</p>${key}</div>`;
}

const serverName = ({ url, description }: Server): string =>
  description === undefined ? filledUrl(url) : `${description} – ${filledUrl(url)}`;

const filledUrl = (url: string): string => url.replace(/^https:\/\//, '');

/** The samples of the description, or generated ones. */
export const samplesOf = (operation: Operation, data: RequestData): readonly Sample[] =>
  operation.samples.length > 0 ? operation.samples : generateSamples(buildRequest(data.shape, data.values));

/** The request of the description's own examples. */
export function requestData(operation: Operation, context: PageContext): RequestData {
  const { resolver, reference } = context;
  const parameters: Record<string, string> = {};
  for (const parameter of operation.parameters) {
    const text = exampleValue(parameter, context);
    if (text !== undefined) parameters[parameterKey(parameter)] = text;
  }
  const [media] = operation.body?.content ?? [];
  const example =
    media && (media.examples[0]?.value ?? (media.schema && exampleFor(media.schema, 'request', resolver)));
  const servers = operation.servers.map((one) => ({ url: urlOf(one), texts: one.extensions }));
  const auth = authOf(operation, reference.securitySchemes);
  return {
    shape: {
      method: operation.method,
      path: operation.path,
      parameters: operation.parameters.map((one) => ({
        name: one.name,
        in: one.in,
        style: one.style,
        explode: one.explode,
        type: viewOf(one.schema, resolver).types[0] ?? 'string',
        ...(one.mediaType === undefined ? {} : { mediaType: one.mediaType }),
        ...(one.allowReserved ? { allowReserved: true } : {}),
      })),
      ...(auth.length > 0 ? { auth } : {}),
      bodyTypes: operation.body?.content.map(({ type }) => type) ?? [],
    },
    values: {
      server: servers[0]?.url ?? '',
      parameters,
      ...(media ? { bodyType: media.type } : {}),
      ...(example === undefined ? {} : { body: exampleText(example) }),
    },
    servers,
    authored: operation.samples.length > 0,
    statuses: operation.responses.map(({ status }) => status),
  };
}

/** A server's address with the defaults of its variables. */
function urlOf({ url, variables }: Server): string {
  return variables.reduce((text, { name, default: value }) => text.replaceAll(`{${name}}`, value), url);
}

/** All that the first way to authorize a request requires; nothing if it may be sent without. */
function authOf({ security }: Operation, schemes: readonly SecurityScheme[]): AuthShape[] {
  if (security.some((alternative) => alternative.length === 0)) return [];
  return (security[0] ?? []).flatMap(({ name }) => {
    const scheme = schemes.find((one) => one.name === name);
    return (scheme && keyOf(scheme)) ?? [];
  });
}

function keyOf(scheme: SecurityScheme): AuthShape | undefined {
  if (scheme.type === 'apiKey' && (scheme.in === 'query' || scheme.in === 'cookie'))
    return { in: scheme.in, name: scheme.parameterName ?? '', value: KEY };
  const header = headerOf(scheme);
  if (header === undefined) return undefined;
  if (scheme.type === 'apiKey') return { in: 'header', name: header, value: KEY };
  const prefix = scheme.type === 'http' && scheme.scheme ? scheme.scheme : 'bearer';
  const value = /^basic$/i.test(prefix) ? CREDENTIALS : KEY;
  return { in: 'header', name: header, value: `${prefix[0]?.toUpperCase()}${prefix.slice(1)} ${value}` };
}
