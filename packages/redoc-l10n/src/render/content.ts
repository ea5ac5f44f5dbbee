import { type Html, html } from '../html.ts';
import { codeBlock } from '../markdown/highlight.ts';
import type { Example, Media } from '../reference/types.ts';
import { type Direction, exampleFor } from '../schema/example.ts';
import { renderSchema } from '../schema/render.ts';
import { line, type PageContext, prose } from './context.ts';

/** The schemas of a body, under the name of each media type. */
export function renderContent(content: readonly Media[], context: PageContext): Html[] {
  return content.map(
    ({ type, schema, encoding }) =>
      html`<div class="media"><p class="media-type"><code>${type}</code></p>${schema && renderSchema(schema, context)}${encoding.length > 0 && html`<ul class="facts">${encoding.map(([name, mime]) => html`<li><code>${name}</code>${context.words.colon} <code>${mime}</code></li>`)}</ul>`}</div>`,
  );
}

/** The examples of a body, or one generated from the schema. */
export function renderExamples(
  content: readonly Media[],
  direction: Direction,
  context: PageContext,
): Html[] {
  const { words, resolver } = context;
  return content.flatMap((media) => {
    const several = content.length > 1 && html`<p class="media-type"><code>${media.type}</code></p>`;
    if (media.examples.length > 0)
      return [
        html`${several}${media.examples.map((one) => renderExample(one, media, media.examples.length > 1, context))}`,
      ];
    if (!media.schema || !/json|text|xml|urlencoded|csv/.test(media.type)) return [];
    const value = exampleFor(media.schema, direction, resolver);
    if (value === undefined) return [];
    return [
      html`${several}<p class="caption">${words.generated}</p>${codeBlock(exampleText(value), languageOf(media.type), words)}`,
    ];
  });
}

function renderExample(example: Example, { type }: Media, named: boolean, context: PageContext): Html {
  const { summary, description, value, externalValue } = example;
  const caption = summary !== undefined && named && html`<p class="caption">${line(summary, context)}</p>`;
  if (value === undefined)
    return html`${caption}${externalValue !== undefined && html`<p><a href="${externalValue}" rel="external">${context.words.exampleAt}</a></p>`}`;
  return html`${caption}${prose(description, context)}${codeBlock(exampleText(value), languageOf(type), context.words)}`;
}

/** An example for display: texts unchanged, anything else as indented JSON. */
export const exampleText = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value, null, 2);

const languageOf = (type: string): string =>
  /json/.test(type) ? 'json' : /xml|html/.test(type) ? 'xml' : '';
