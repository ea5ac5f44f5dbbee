import { parseHTML } from 'linkedom';
import type { Operation } from '../content/contract.ts';

/** The content of a page that Redoc has rendered, without its menu. */
export function contentOf(html: string): Element {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  return one(document, '#api-content');
}

/** The parts of Redoc's page that show an operation, by the operation's id. */
export function sectionsOf(content: Element): (operation: Operation) => Element {
  const found = new Map(
    [...content.querySelectorAll('[data-item-kind="httpItem"]')].map((section) => [
      section.id.split('/').at(-1) ?? '',
      section,
    ]),
  );
  return ({ operationId }) => {
    // Redoc writes addresses in lower case.
    const section = found.get(operationId.toLowerCase());
    if (!section)
      throw new Error(
        `Redoc's page has no section for ${operationId}. Adapt src/redoc to this version of Redoc.`,
      );
    return section;
  };
}

/** What Redoc shows of the response whose code is chosen. */
export function responseBody(section: Element): Element {
  const header = one(section, '[data-response-codes-tablist]').parentElement?.parentElement;
  const body = header?.nextElementSibling ?? header?.parentElement?.nextElementSibling;
  if (!body) throw new Error('Redoc shows no response below its response codes.');
  return body;
}

/** The example of that response. */
export function responseExample(section: Element): Element {
  return panelBody(section, -1, 'an example of the response');
}

/** The code sample that is chosen. */
export function requestSample(section: Element): Element {
  return panelBody(section, -2, 'a sample of the request');
}

function panelBody(section: Element, index: number, what: string): Element {
  const panel = [...section.querySelectorAll('[data-testid="right-panel"]')].at(index);
  if (!panel) throw new Error(`Redoc shows no panel with ${what}.`);
  return one(panel, '[data-testid="panel-body"]');
}

/** The only match that the page cannot do without. */
function one(root: ParentNode, selector: string): Element {
  const found = root.querySelector(selector);
  if (!found)
    throw new Error(`Redoc's page has no \`${selector}\`. Adapt src/redoc to this version of Redoc.`);
  return found;
}
