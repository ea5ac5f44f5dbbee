import type { Json, JsonObject } from 'openapi-l10n';
import { refName } from 'openapi-mock-engine/model';
import type { Resolver } from '../description/resolver.ts';
import { type Html, html } from '../html.ts';
import { asList, asObject, asShown, asText, isObject, objectsIn } from '../json.ts';
import { counted, fill } from '../languages.ts';
import { line, type PageContext, prose } from '../render/context.ts';
import { breakable } from '../render/parts.ts';
import { allowedValues, factsOf, schemaExamples } from './facts.ts';
import { typeName } from './type-name.ts';
import { itemsOf, type SchemaView, viewOf } from './view.ts';

/** A named schema with more rows than this is shown once per page, and linked from everywhere else. */
const LARGE = 25;
/** The maximum depth of nested properties; deeper ones are only named. */
const DEEPEST = 7;

/** A schema: its type, facts about its values, and its properties. */
export function renderSchema(node: Json | undefined, context: PageContext): Html {
  const view = viewOf(node, context.resolver);
  return html`<div class="schema"><p class="line">${typeAndName(view, context)}</p>${about(view, context)}${parts(view, context, [])}</div>`;
}

/** The part below the name and type of a parameter or header: facts, allowed values, and any properties. */
export function renderValue(node: Json | undefined, context: PageContext): Html {
  const view = viewOf(node, context.resolver);
  return html`${facts(view, context)}${parts(view, context, [])}`;
}

/** The type in words, with the name of the schema. */
export function renderType(node: Json | undefined, context: PageContext): Html {
  return typeAndName(viewOf(node, context.resolver), context);
}

/** The address of a schema that a page shows at its end. */
const schemaAnchor = (name: string): string => `schema/${name}`;

/** The schemas at the end of the page, each once. Rendering one may add others. */
export function renderPutOffSchemas(context: PageContext): Html | undefined {
  const blocks: Html[] = [];
  const done = new Set<string>();
  for (const [name, schema] of context.schemas) {
    if (done.has(name)) continue;
    done.add(name);
    const view = viewOf(schema, context.resolver);
    blocks.push(
      html`<details class="named" id="${schemaAnchor(name)}"><summary><h3>${name}</h3></summary><div class="schema"><p class="line">${typeName(view, context.resolver, context.words)}</p>${about(view, context)}${parts(view, context, [name])}</div></details>`,
    );
  }
  return blocks.length > 0
    ? html`<section class="schemas" id="schemas"><h2>${context.words.schemas}</h2>${blocks}</section>`
    : undefined;
}

function typeAndName(view: SchemaView, { resolver, words }: PageContext): Html {
  const { name } = view.types[0] === 'array' ? itemsOf(view, resolver) : view;
  return html`<span class="type">${typeName(view, resolver, words)}</span>${name !== undefined && html` <code class="schema-name">${name}</code>`}`;
}

function about(view: SchemaView, context: PageContext): Html {
  return html`${prose(asText(view.schema.description), context)}${facts(view, context)}`;
}

function facts({ schema }: SchemaView, context: PageContext): Html {
  const { words } = context;
  const values = allowedValues(schema);
  const examples = schemaExamples(schema).map(asShown);
  const items = isObject(schema.items) ? viewOf(schema.items, context.resolver) : undefined;
  const itemValues = items && items.types[0] !== 'array' ? allowedValues(items.schema) : [];
  const rows = [
    ...factsOf(schema, words).map(({ label, value }) =>
      value === undefined
        ? html`<li>${label}</li>`
        : html`<li>${label}${words.colon} <code>${value}</code></li>`,
    ),
    ...(examples.length > 0
      ? [
          html`<li>${examples.length > 1 ? words.examples : words.example}${words.colon} ${examples.map((one, i) => html`${i > 0 && ', '}<code>${one}</code>`)}</li>`,
        ]
      : []),
  ];
  return html`${[...values, ...itemValues].length > 0 && renderAllowed([...values, ...itemValues], context)}${rows.length > 0 && html`<ul class="facts">${rows}</ul>`}`;
}

function renderAllowed(values: ReturnType<typeof allowedValues>, context: PageContext): Html {
  const { words } = context;
  if (!values.some(({ meaning }) => meaning))
    return html`<p class="allowed">${words.allowed}${words.colon} ${values.map(({ value }, i) => html`${i > 0 && ', '}<code>${value}</code>`)}</p>`;
  return html`<p class="allowed">${words.allowed}${words.colon}</p><ul class="values">${values.map(({ value, meaning }) => html`<li><code>${value}</code>${meaning && html` ${line(meaning, context)}`}</li>`)}</ul>`;
}

/** Properties, items and alternatives. `above` has the names of the enclosing schemas. */
function parts(view: SchemaView, context: PageContext, above: readonly string[]): Html | undefined {
  const { resolver, words } = context;
  const inner = view.types.includes('array') ? itemsOf(view, resolver) : view;
  const { schema, name } = inner;
  if (name !== undefined && above.includes(name))
    return html`<p class="note">${words.recursive}${context.schemas.has(name) && html`: <a href="#${schemaAnchor(name)}">${name}</a>`}</p>`;
  const rows = rowsOf(schema);
  if (rows.length === 0 && inner.alternatives.length === 0 && !isObject(schema.not)) return undefined;
  if (name !== undefined && above.length > 0 && isLarge(inner, resolver)) {
    context.schemas.set(name, { $ref: `#/components/schemas/${name}` });
    return html`<p class="note"><a href="#${schemaAnchor(name)}">${counted(words, context.language, 'properties', rows.length)}${words.colon} ${name}</a></p>`;
  }
  if (above.length >= DEEPEST) return undefined;
  const below = [...above, name ?? ''];
  return html`${rows.length > 0 && html`<ul class="properties">${rows.map((row) => renderRow(row, context, below))}</ul>`}${alternatives(inner, context, below)}${isObject(schema.not) && html`<p class="note">${words.not}${words.colon}</p>${parts(viewOf(schema.not, resolver), context, below)}`}`;
}

interface Row {
  name: string | { pattern: string } | undefined;
  node: Json;
  required: boolean;
}

function rowsOf(schema: JsonObject): Row[] {
  const required = asList(schema.required);
  const rows: Row[] = Object.entries(asObject(schema.properties)).map(([name, node]) => ({
    name,
    node,
    required: required.includes(name),
  }));
  for (const [pattern, node] of objectsIn(schema.patternProperties))
    rows.push({ name: { pattern }, node, required: false });
  const { additionalProperties } = schema;
  if (isObject(additionalProperties) || (additionalProperties === true && rows.length === 0))
    rows.push({ name: undefined, node: additionalProperties, required: false });
  for (const [i, node] of asList(schema.prefixItems).entries())
    rows.push({ name: String(i), node, required: false });
  return rows;
}

function renderRow({ name, node, required }: Row, context: PageContext, above: readonly string[]): Html {
  const { words, resolver } = context;
  const view = viewOf(node, resolver);
  const { schema } = view;
  const title =
    typeof name === 'string'
      ? html`<code class="name">${breakable(name)}</code>`
      : html`<em class="name">${name ? fill(words.namesLike, { pattern: name.pattern }) : words.anyName}</em>`;
  const badges = [
    required && html` <span class="badge required">${words.required}</span>`,
    schema.deprecated === true && html` <span class="badge deprecated">${words.deprecated}</span>`,
    schema.readOnly === true && html` <span class="badge">${words.readOnly}</span>`,
    schema.writeOnly === true && html` <span class="badge">${words.writeOnly}</span>`,
  ];
  return html`<li><p class="line">${title} ${typeAndName(view, context)}${badges}</p>${about(view, context)}${parts(view, context, above)}</li>`;
}

function alternatives(view: SchemaView, context: PageContext, above: readonly string[]): Html | undefined {
  if (!view.kind || view.alternatives.length === 0) return undefined;
  const { words, resolver } = context;
  const { propertyName, mapping } = asObject(view.schema.discriminator);
  const valueFor = new Map(
    Object.entries(asObject(mapping)).map(([value, target]) => [refName(String(target)), value]),
  );
  const items = view.alternatives.map((node, i) => {
    const one = viewOf(node, resolver);
    const title = asText(one.schema.title) ?? one.name ?? fill(words.option, { number: i + 1 });
    const value = valueFor.get(one.name ?? '') ?? (typeof propertyName === 'string' ? one.name : undefined);
    const tag =
      typeof propertyName === 'string' &&
      value !== undefined &&
      html` <code>${propertyName}: ${value}</code>`;
    return html`<details${i === 0 && html` open`}><summary><strong>${title}</strong> <span class="type">${typeName(one, resolver, words)}</span>${tag}</summary>${about(one, context)}${parts(one, context, above)}</details>`;
  });
  return html`<div class="alternatives"><p class="note">${words[view.kind]}${typeof propertyName === 'string' && html` (${fill(words.discriminator, { name: propertyName })})`}${words.colon}</p>${items}</div>`;
}

const sizes = new WeakMap<Resolver, Map<string, number>>();

/** Whether a schema, including nested schemas, has too many rows to be shown more than once. */
function isLarge(view: SchemaView, resolver: Resolver): boolean {
  return size(view, resolver, new Set()) > LARGE;
}

function size(view: SchemaView, resolver: Resolver, above: ReadonlySet<string>): number {
  const inner = view.types.includes('array') ? itemsOf(view, resolver) : view;
  const { schema, name } = inner;
  if (name !== undefined && above.has(name)) return 0;
  const known = sizes.get(resolver) ?? new Map<string, number>();
  sizes.set(resolver, known);
  const kept = known.get(name ?? '');
  if (kept !== undefined) return kept;
  const below = name === undefined ? above : new Set([...above, name]);
  let sum = 0;
  for (const node of [...rowsOf(schema).map((row) => row.node), ...inner.alternatives]) {
    sum += 1 + size(viewOf(node, resolver), resolver, below);
    if (sum > 4 * LARGE) break;
  }
  if (name !== undefined) known.set(name, sum);
  return sum;
}
