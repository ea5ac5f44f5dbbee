import { type Html, html } from '../html.ts';
import { firstParagraph } from '../markdown/render.ts';
import type { Operation, Response } from '../reference/types.ts';
import { renderContent, renderExamples } from './content.ts';
import { line, type PageContext, prose } from './context.ts';
import { renderParameter } from './parameters.ts';
import { heading, seeAlso } from './parts.ts';
import { tabs } from './tabs.ts';

/** The address of a response below that of its operation. */
export const responseAnchor = ({ id }: { id: string }, status: string): string => `${id}/responses/${status}`;

/** The responses of an operation, each with its headers, body and links; the first one open. */
export function renderResponses(operation: Operation, context: PageContext): Html | undefined {
  const { id, responses } = operation;
  if (responses.length === 0) return undefined;
  const { words } = context;
  return html`${heading(3, `${id}/responses`, words.responses, words.responses, context)}${responses.map((one, i) => renderResponse(one, responseAnchor(operation, one.status), i === 0, context))}`;
}

function renderResponse(response: Response, id: string, open: boolean, context: PageContext): Html {
  const { words } = context;
  const { status, description, headers, content, links } = response;
  const [first, rest] = firstParagraph(description ?? '');
  const parts = [
    prose(rest, context),
    seeAlso(status, context),
    content.length > 0
      ? html`<h4>${words.responseBody}</h4>${renderContent(content, context)}`
      : html`<p class="note">${words.noBody}</p>`,
    headers.length > 0 &&
      html`<h4>${words.responseHeaders}</h4><ul class="parameters">${headers.map((header) => renderParameter(header, undefined, context))}</ul>`,
    links.length > 0 &&
      html`<h4>${words.links}</h4><ul>${links.map((link) => html`<li><code>${link.name}</code>${link.operation !== undefined && html` ${words.linkLeads.replace('{operation}', link.operation)}`} ${prose(link.description, context)}${link.parameters.map(([name, value]) => html`<p class="line"><code>${name}</code>: <code>${value}</code></p>`)}</li>`)}</ul>`,
  ];
  return html`<details class="response" id="${id}"${open && html` open`}><summary><code class="status ${statusClass(status)}">${status}</code> <span>${line(first, context)}</span></summary><div class="inside">${parts}</div></details>`;
}

/** The examples of all responses, in tabs by status code. */
export function renderResponseExamples(operation: Operation, context: PageContext): Html | undefined {
  const { words } = context;
  const items = operation.responses.flatMap(({ status, content }) => {
    const examples = renderExamples(content, operation.webhook ? 'request' : 'response', context);
    return examples.length > 0 ? [{ label: status, content: examples }] : [];
  });
  if (items.length === 0) return undefined;
  return html`<section class="panel examples"><h3>${words.responseExample}</h3>${tabs(`${operation.id}/examples`, 'response', words.responseStatus, items)}</section>`;
}

const statusClass = (status: string): string =>
  /^2/.test(status) ? 'good' : /^[45]/.test(status) ? 'bad' : 'other';
