import { type Html, html } from '../html.ts';
import { firstParagraph } from '../markdown/render.ts';
import type { Operation } from '../reference/types.ts';
import { renderContent, renderExamples } from './content.ts';
import { line, type PageContext, prose } from './context.ts';
import { renderParameters } from './parameters.ts';
import { endpoint, externalLink, heading } from './parts.ts';
import { renderRequestPanel, requestData } from './request-panel.ts';
import { renderResponseExamples, renderResponses } from './responses.ts';
import { renderRequirements } from './security.ts';

/** One operation: what it does, method and path, the request next to it, then parameters, body and responses. */
export function renderOperation(operation: Operation, context: PageContext): Html {
  const { words } = context;
  const { id, title, method, path, deprecated, webhook, description } = operation;
  const [first, rest] = firstParagraph(description ?? '');
  const badges = [
    deprecated && html` <span class="badge deprecated">${words.deprecated}</span>`,
    webhook && html` <span class="badge">${words.webhook}</span>`,
  ];
  const details = [
    prose(rest, context),
    operation.externalDocs && html`<p>${externalLink(operation.externalDocs, words.moreInformation)}</p>`,
    renderRequirements(operation, context),
    renderParameters(operation, context),
    renderBody(operation, context),
    renderResponses(operation, context),
    renderCallbacks(operation, context),
  ];
  const panels = [
    renderRequestPanel(operation, context),
    renderBodyExamples(operation, context),
    renderResponseExamples(operation, context),
  ];
  return html`<article class="operation"><div class="what">${heading(2, id, html`${title}${badges}`, title, context)}<p class="endpoint" dir="ltr">${endpoint(method, path)}</p>${first !== '' && html`<p>${line(first, context)}</p>`}</div><div class="aside"><div class="stays">${panels}</div></div><div class="details">${details}</div></article>`;
}

function renderBody(operation: Operation, context: PageContext): Html | undefined {
  const { id, body } = operation;
  if (!body) return undefined;
  const { words } = context;
  const required = body.required && html` <span class="badge required">${words.required}</span>`;
  return html`${heading(3, `${id}/request/body`, html`${words.requestBody}${required}`, words.requestBody, context)}${prose(body.description, context)}${context.console && bodyField(operation, context)}${renderContent(body.content, context)}`;
}

/** The field for editing the body. */
function bodyField(operation: Operation, context: PageContext): Html | undefined {
  if (operation.webhook) return undefined;
  const text = requestData(operation, context).values.body ?? '';
  const rows = Math.min(14, text.split('\n').length + 1);
  return html`<p class="edit"><textarea rows="${rows}" dir="ltr" spellcheck="false" autocomplete="off" aria-label="${context.words.bodyOf}">${text}</textarea></p>`;
}

/** Examples of the body: several of them, or those of a request that this page cannot show as a sample. */
function renderBodyExamples({ body, webhook }: Operation, context: PageContext): Html | undefined {
  if (!body) return undefined;
  const count = body.content.reduce((sum, { examples }) => sum + examples.length, 0);
  if (!webhook && count < 2) return undefined;
  const shown = renderExamples(body.content, webhook ? 'response' : 'request', context);
  return shown.length > 0
    ? html`<section class="panel examples"><h3>${context.words.requestBody}</h3><div class="plain">${shown}</div></section>`
    : undefined;
}

function renderCallbacks(operation: Operation, context: PageContext): Html | undefined {
  const { words } = context;
  if (operation.callbacks.length === 0) return undefined;
  const one = (callback: Operation) =>
    html`<div class="callback"><p class="endpoint" dir="ltr">${endpoint(callback.method, callback.path)}</p>${prose(callback.description, context)}${renderParameters(callback, context)}${callback.body && html`<h4>${words.requestBody}</h4>${renderContent(callback.body.content, context)}`}${callback.responses.map(({ status, description }) => html`<p class="line"><code class="status">${status}</code> ${line(description ?? '', context)}</p>`)}</div>`;
  return html`${heading(3, `${operation.id}/callbacks`, words.callbacks, words.callbacks, context)}<p>${words.callbackAbout}</p>${operation.callbacks.map(({ name, operations }) => html`<details class="response"><summary><code>${name}</code></summary><div class="inside">${operations.map(one)}</div></details>`)}`;
}
