import { type Html, html } from '../html.ts';
import { asShown } from '../json.ts';
import type { Operation, Parameter, Place } from '../reference/types.ts';
import { parameterKey } from '../samples/request.ts';
import { exampleValue } from '../schema/example.ts';
import { allowedValues, schemaExamples } from '../schema/facts.ts';
import { renderType, renderValue } from '../schema/render.ts';
import { viewOf } from '../schema/view.ts';
import { type PageContext, prose } from './context.ts';
import { breakable, heading, seeAlso } from './parts.ts';

/** The address of a parameter below that of its operation. */
export const parameterAnchor = (
  { id }: { id: string },
  { in: place, name }: { in: string; name: string },
): string => `${id}/${place}/${name}`;

/** The parameters of an operation, place by place. */
export function renderParameters(operation: Operation, context: PageContext): Html[] {
  const titles: readonly [title: string, ...places: Place[]][] = [
    [context.words.pathParameters, 'path'],
    [context.words.queryParameters, 'query', 'querystring'],
    [context.words.headerParameters, 'header'],
    [context.words.cookieParameters, 'cookie'],
  ];
  return titles.flatMap(([title, ...places]) => {
    const own = operation.parameters.filter((one) => places.includes(one.in));
    if (own.length === 0) return [];
    return [
      html`${heading(3, `${operation.id}/request/${places[0] ?? ''}`, title, title, context)}<ul class="parameters">${own.map((one) => renderParameter(one, parameterAnchor(operation, one), context, operation.webhook || !context.console ? undefined : inputFor(operation, one, context)))}</ul>`,
    ];
  });
}

/** One parameter or response header. */
export function renderParameter(
  parameter: Parameter,
  id: string | undefined,
  context: PageContext,
  input?: Html,
): Html {
  const { words } = context;
  const { name, schema, required, deprecated, description } = parameter;
  const badges = [
    required && html` <span class="badge required">${words.required}</span>`,
    deprecated && html` <span class="badge deprecated">${words.deprecated}</span>`,
  ];
  return html`<li${id !== undefined && html` id="${id}"`}><p class="line"><code class="name">${breakable(name)}</code> ${renderType(schema, context)}${badges}</p>${prose(description, context)}${renderValue(schema, context)}${examples(parameter, context)}${serialization(parameter, context)}${id !== undefined && seeAlso(name, context)}${input}</li>`;
}

/** The examples of a parameter that its schema does not show already. */
function examples({ examples: all, schema }: Parameter, { words, resolver }: PageContext): Html | undefined {
  const ofSchema = new Set(schemaExamples(viewOf(schema, resolver).schema).map(asShown));
  const shown = all.flatMap(({ value, summary }) =>
    value === undefined || (summary === undefined && ofSchema.has(asShown(value)))
      ? []
      : [{ text: asShown(value), summary }],
  );
  if (shown.length === 0) return undefined;
  const list = shown.map(
    ({ text, summary }, i) =>
      html`${i > 0 && ', '}<code>${text}</code>${summary !== undefined && html` (${summary})`}`,
  );
  return html`<ul class="facts"><li>${shown.length > 1 ? words.examples : words.example}${words.colon} ${list}</li></ul>`;
}

/** How a list or an object is serialized, if not in the default way. */
function serialization(
  { name, in: place, style, explode, schema }: Parameter,
  context: PageContext,
): Html | undefined {
  const [type] = viewOf(schema, context.resolver).types;
  if (place !== 'query' || (type !== 'array' && type !== 'object')) return undefined;
  const separator = { pipeDelimited: '|', spaceDelimited: '%20' }[style] ?? ',';
  const shown =
    type === 'array'
      ? explode && style === 'form'
        ? `${name}=a&${name}=b`
        : `${name}=a${separator}b`
      : style === 'deepObject'
        ? `${name}[key]=value`
        : explode
          ? 'key=value'
          : `${name}=key,value`;
  return html`<ul class="facts"><li>${context.words.sentAs}${context.words.colon} <code>${shown}</code></li></ul>`;
}

/** The field for editing the value, only shown if scripts run. */
function inputFor(operation: Operation, parameter: Parameter, context: PageContext): Html {
  const { words, resolver } = context;
  const key = parameterKey(parameter);
  const label = words.valueOf.replace('{name}', parameter.name);
  const view = viewOf(parameter.schema, resolver);
  const value = exampleValue(parameter, context) ?? '';
  const values =
    view.types[0] === 'boolean' ? ['true', 'false'] : allowedValues(view.schema).map((one) => one.value);
  const field =
    values.length > 0
      ? html`<select data-parameter="${key}" aria-label="${label}" autocomplete="off"><option value="">${words.leaveOut}</option>${values.map((one) => html`<option${one === value && html` selected`}>${one}</option>`)}</select>`
      : html`<input data-parameter="${key}" aria-label="${label}" placeholder="${words.leaveOut}" value="${value}" autocomplete="off" spellcheck="false" dir="ltr">`;
  return html`<p class="edit" data-operation="${operation.id}">${field}</p>`;
}
