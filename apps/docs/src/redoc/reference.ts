import { parseHTML } from 'linkedom';
import {
  type CodeSample,
  type Contract,
  type Language,
  type Operation,
  operationsOf,
} from '../content/contract.ts';
import { words } from '../content/words.ts';
import { cleanReference } from './clean-reference.ts';
import { interfaceIn } from './interface-language.ts';
import type { Prerendered, Translate } from './prerender.ts';
import { type Panel, tabs } from './tabs.ts';
import {
  examplePositions,
  exampleSummaries,
  onlyResponse,
  onlySample,
  responseCodes,
  samplePositions,
} from './variants.ts';

/** What the page shows of one response. */
interface ResponseParts {
  body: string;
  examples: string[];
}

type Render = (contract: Contract, translate: Translate) => Promise<Prerendered>;

/**
 * The reference of one language as static HTML: Redoc's own page, with every response and every code sample in
 * tabs. Each panel was rendered by Redoc, from the contract with that example or that sample alone; one such page
 * serves all operations.
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
  // Only texts are kept of a variant: its document takes many times the memory.
  const cutOut = async <T>(
    variant: Contract,
    has: (operation: Operation) => boolean,
    cut: (section: Element) => T,
  ): Promise<Map<Operation, T>> => {
    const { html, css } = await render(variant, translate);
    sheets.push(css);
    const found = sections(content(html));
    return new Map(operations.filter(has).map((operation) => [operation, cut(sectionOf(found, operation))]));
  };
  const operations = operationsOf(contract).map(({ operation }) => operation);
  const responses = new Map<string, Map<Operation, ResponseParts>>();
  for (const code of responseCodes(contract)) {
    const parts = new Map<Operation, ResponseParts>();
    for (const position of examplePositions(contract, code)) {
      const cut = (section: Element): ResponseParts => ({
        body: responseBody(section).outerHTML,
        examples: [responseExample(section).outerHTML],
      });
      // Without any example there is still something to show, once.
      const has = (operation: Operation) =>
        code in operation.responses &&
        position < Math.max(1, exampleSummaries(contract, operation, code).length);
      for (const [operation, { body, examples }] of await cutOut(
        onlyResponse(contract, code, position),
        has,
        cut,
      ))
        parts.set(operation, { body, examples: [...(parts.get(operation)?.examples ?? []), ...examples] });
    }
    responses.set(code, parts);
  }
  const samples: Map<Operation, string>[] = [];
  for (const position of samplePositions(contract)) {
    const cut = (section: Element) => requestSample(section).outerHTML;
    const has = (operation: Operation) => samplesOf(operation)[position] !== undefined;
    samples.push(await cutOut(onlySample(contract, position), has, cut));
  }

  const text = words[language];
  const own = sections(root);
  for (const operation of operations) {
    const section = sectionOf(own, operation);
    const codes = Object.keys(operation.responses);
    const partsOf = (code: string) => responses.get(code)?.get(operation) ?? { body: '', examples: [] };
    const bodies: Panel[] = codes.map((code) => ({ label: code, html: partsOf(code).body }));
    const examples: Panel[] = codes.map((code) => ({
      label: code,
      html: named(partsOf(code).examples, exampleSummaries(contract, operation, code)),
    }));
    responseBody(section).outerHTML = tabs('response', text.responseStatus, bodies);
    responseExample(section).outerHTML = tabs('response', text.responseExample, examples);
    const sampled = samplesOf(operation).map(({ label }, position) => ({
      label,
      html: samples[position]?.get(operation) ?? '',
    }));
    if (sampled.length > 0) requestSample(section).outerHTML = tabs('sample', text.requestSample, sampled);
  }
  cleanReference(root, contract, language);
  return { html: root.innerHTML, css: sheets.join('\n') };
}

const samplesOf = (operation: Operation): readonly CodeSample[] => operation['x-codeSamples'] ?? [];

/** The parts of Redoc's page that show an operation, by the last part of their address. */
function sections(root: Element): Map<string, Element> {
  const found = [...root.querySelectorAll('[data-item-kind="httpItem"]')];
  return new Map(
    found.map((section) => [section.getAttribute('data-section-id')?.split('/').at(-1) ?? '', section]),
  );
}

function sectionOf(found: Map<string, Element>, { operationId }: Operation): Element {
  // Redoc writes addresses in lower case.
  const section = found.get(operationId.toLowerCase());
  if (!section)
    throw new Error(
      `Redoc's page has no section for ${operationId}. Adapt src/redoc to this version of Redoc.`,
    );
  return section;
}

function content(html: string): Element {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  return one(document, '#api-content');
}

/** The only match that the page cannot do without. */
function one(root: ParentNode, selector: string): Element {
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

/** Examples one below the other, each under its summary; one alone needs no name. */
function named(examples: readonly string[], summaries: readonly string[]): string {
  if (examples.length < 2) return examples.join('');
  return examples
    .map((example, i) => `<p class="example">${escapeText(summaries[i] ?? '')}</p>${example}`)
    .join('');
}

const escapeText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
