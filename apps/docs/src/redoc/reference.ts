import {
  type Contract,
  type Language,
  type Operation,
  operationsOf,
  type PlacedOperation,
} from '../content/contract.ts';
import { words } from '../content/words.ts';
import { cleanReference } from './clean-reference.ts';
import { contractPart, inGroups } from './contract-part.ts';
import { interfaceIn } from './interface-language.ts';
import type { Redoc } from './prerender.ts';
import { contentOf, requestSample, responseBody, responseExample, sectionsOf } from './sections.ts';
import {
  exampleSummaries,
  placeholderResponses,
  renderSpecimens,
  responseSpecimens,
  type Shown,
  type Specimen,
  sampleSpecimens,
} from './specimens.ts';
import { tabs } from './tabs.ts';

/**
 * The reference of one language as static HTML: Redoc's own page, with every response and every code sample in tabs.
 * Operations are rendered in groups and kept as text, for a document takes many times the memory of its text.
 */
export async function renderReference(redoc: Redoc, contract: Contract, language: Language): Promise<string> {
  const render = (part: Contract) => redoc.render(part, interfaceIn(language));
  const clean = (content: Element, part: Contract) => cleanReference(content, part, language);
  const operations = operationsOf(contract);

  const whole = framework(contract, operations);
  const frame = contentOf(await render(whole));
  const sectionInFrame = sectionsOf(frame);
  for (const [i, { operation }] of operations.entries())
    setAside(sectionInFrame(operation), `operation ${i}`);
  clean(frame, whole);

  const specimens = operations.flatMap(({ operation }) => [
    ...Object.keys(operation.responses).flatMap((code) => responseSpecimens(contract, operation, code)),
    ...sampleSpecimens(operation),
  ]);
  const show = await renderSpecimens(render, contract, specimens, clean);
  const sections: string[] = [];
  for (const group of inGroups(operations)) {
    const part = contractPart(contract, group.map(withPlaceholders));
    const content = contentOf(await render(part));
    const sectionOf = sectionsOf(content);
    const own = group.map(({ operation }) => ({ operation, section: sectionOf(operation) }));
    for (const { operation, section } of own) {
      setAside(responseBody(section), 'bodies');
      setAside(responseExample(section), 'examples');
      if (operation['x-codeSamples']?.length) setAside(requestSample(section), 'samples');
    }
    clean(content, part);
    for (const { operation, section } of own)
      sections.push(
        putBack(
          section.outerHTML,
          tabsOf(contract, operation, (one) => show(one, section.id), language),
        ),
      );
  }
  return putBack(
    frame.innerHTML,
    Object.fromEntries(sections.map((section, i) => [`operation ${i}`, section])),
  );
}

/** The contract with all its operations and nothing of them but their names: what stands around their sections. */
function framework(contract: Contract, operations: readonly PlacedOperation[]): Contract {
  const { info } = contract;
  const bare = operations.map(({ operation: { operationId, tags, summary, description }, ...place }) => ({
    ...place,
    operation: { operationId, tags, summary, description, parameters: [], responses: {} },
  }));
  return { ...contractPart(contract, bare), info };
}

/** The operation with placeholders for its responses. */
function withPlaceholders({ operation, ...place }: PlacedOperation): PlacedOperation {
  return { ...place, operation: { ...operation, responses: placeholderResponses } };
}

/** What is put in the place of Redoc's own responses and samples: all of them, in tabs. */
function tabsOf(
  contract: Contract,
  operation: Operation,
  show: (specimen: Specimen) => Shown,
  language: Language,
): Record<string, string> {
  const text = words[language];
  const responses = Object.entries(operation.responses).map(([label, response]) => {
    const shown = responseSpecimens(contract, operation, label).map(show);
    const examples = named(shown, exampleSummaries(contract, response));
    return { label, body: shown[0]?.body ?? '', examples };
  });
  const panels = (kind: 'body' | 'examples') =>
    responses.map((one) => ({ label: one.label, html: one[kind] }));
  const samples = sampleSpecimens(operation).map((one) => ({
    label: one.sample.label,
    html: show(one).example,
  }));
  return {
    bodies: tabs('response', text.responseStatus, panels('body')),
    examples: tabs('response', text.responseExample, panels('examples')),
    samples: tabs('sample', text.requestSample, samples),
  };
}

/** Leaves a mark in the place of an element, for what is put there once the rest is text. */
function setAside(element: Element, name: string): void {
  element.outerHTML = `<!--${name}-->`;
}

const putBack = (html: string, texts: Record<string, string>): string =>
  html.replace(/<!--([a-z]+(?: \d+)?)-->/g, (mark, name) => texts[name] ?? mark);

/** Examples one below the other, each under its summary; one alone needs no name. */
function named(examples: readonly Shown[], summaries: readonly string[]): string {
  if (examples.length < 2) return examples.map(({ example }) => example).join('');
  return examples
    .map(({ example }, i) => `<p class="example">${withCode(summaries[i] ?? '')}</p>${example}`)
    .join('');
}

/** A text of one line as HTML, with what stands in backticks as code. */
const withCode = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/`([^`]+)`/g, '<code>$1</code>');
