import { parseHTML } from 'linkedom';
import type { Contract, Language } from '../content/contract.ts';
import { words } from '../content/words.ts';
import { cleanReference } from './clean-reference.ts';
import { interfaceIn } from './interface-language.ts';
import type { Prerendered, Translate } from './prerender.ts';
import { type Panel, tabs } from './tabs.ts';
import { onlyResponse, onlySample, responseCodes } from './variants.ts';

type Render = (contract: Contract, translate: Translate) => Promise<Prerendered>;

/**
 * The reference of one language as static HTML: Redoc's own page, with every response and every code sample in
 * tabs. Each panel was rendered by Redoc, from the contract with that response or that sample alone.
 */
export async function renderReference(
  render: Render,
  contract: Contract,
  language: Language,
): Promise<Prerendered> {
  const translate = interfaceIn(language);
  const page = await render(contract, translate);
  const root = content(page.html);
  const sheets = [page.css];
  const part = async (variant: Contract, find: (root: Element) => Element): Promise<string> => {
    const { html, css } = await render(variant, translate);
    sheets.push(css);
    return find(content(html)).outerHTML;
  };

  const bodies: Panel[] = [];
  const examples: Panel[] = [];
  for (const code of responseCodes(contract)) {
    const variant = onlyResponse(contract, code);
    bodies.push({ label: code, html: await part(variant, responseBody) });
    examples.push({ label: code, html: await part(variant, responseExample) });
  }
  const samples: Panel[] = [];
  for (const { label, index } of sampleLabels(contract))
    samples.push({ label, html: await part(onlySample(contract, index), requestSample) });

  const text = words[language];
  responseBody(root).outerHTML = tabs('response', text.responseStatus, bodies);
  responseExample(root).outerHTML = tabs('response', text.responseExample, examples);
  requestSample(root).outerHTML = tabs('sample', text.requestSample, samples);
  cleanReference(root, contract, language);
  return { html: root.innerHTML, css: sheets.join('\n') };
}

function content(html: string): Element {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  return one(document, '#api-content');
}

/** The only match that the page cannot do without. */
export function one(root: ParentNode, selector: string): Element {
  const found = root.querySelector(selector);
  if (!found)
    throw new Error(`Redoc's page has no \`${selector}\`. Adapt src/redoc to this version of Redoc.`);
  return found;
}

function responseBody(root: Element): Element {
  const header = one(root, '[data-response-codes-tablist]').parentElement?.parentElement;
  const body = header?.nextElementSibling ?? header?.parentElement?.nextElementSibling;
  if (!body) throw new Error('Redoc shows no response below its response codes.');
  return body;
}

function responseExample(root: Element): Element {
  const panel = [...root.querySelectorAll('[data-testid="right-panel"]')].at(-1);
  if (!panel) throw new Error('Redoc shows no panel with an example of the response.');
  return one(panel, '[data-testid="panel-body"]');
}

function requestSample(root: Element): Element {
  const panel = [...root.querySelectorAll('[data-testid="right-panel"]')].at(-2);
  if (!panel) throw new Error('Redoc shows no panel with a sample of the request.');
  return one(panel, '[data-testid="panel-body"]');
}

function sampleLabels(contract: Contract): { label: string; index: number }[] {
  return Object.values(contract.paths)
    .flatMap((methods) => Object.values(methods))
    .flatMap((operation) => operation['x-codeSamples'] ?? [])
    .map(({ label }, index) => ({ label, index }));
}
