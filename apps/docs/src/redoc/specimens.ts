import {
  type CodeSample,
  type Contract,
  firstOperation,
  type Operation,
  type Response,
} from '../content/contract.ts';
import { contractPart, inGroups } from './contract-part.ts';
import { contentOf, requestSample, responseBody, responseExample, sectionsOf } from './sections.ts';

/** What Redoc shows only one of at a time: an example of a response, with that response, or a code sample. */
export type Specimen = ResponseSpecimen | SampleSpecimen;

interface ResponseSpecimen {
  readonly code: string;
  readonly response: Response;
  /** Which of its examples. */
  readonly position: number;
}

interface SampleSpecimen {
  readonly sample: CodeSample;
}

/** The parts of Redoc's page that show a specimen, as HTML. */
export interface Shown {
  /** The response; nothing for a code sample. */
  readonly body: string;
  /** The example of the response, or the code sample. */
  readonly example: string;
}

/** How a specimen is shown in the section of that address, such as `sessions/getsessionsdataseries`. */
export type ShowSpecimen = (specimen: Specimen, address: string) => Shown;

/** The specimens of an operation's response: one for each example, and one when there is none. */
export function responseSpecimens(
  contract: Contract,
  { responses }: Operation,
  code: string,
): ResponseSpecimen[] {
  const response = responses[code] ?? {};
  const count = Math.max(1, exampleSummaries(contract, response).length);
  return [...Array(count).keys()].map((position) => ({ code, response, position }));
}

/** The specimens of an operation's code samples. */
export const sampleSpecimens = (operation: Operation): SampleSpecimen[] =>
  (operation['x-codeSamples'] ?? []).map((sample) => ({ sample }));

/** What the examples of a response show, in their order. */
export function exampleSummaries(contract: Contract, response: Response): string[] {
  const { content = {} } = resolved(contract, response);
  const [media] = Object.values(content);
  return Object.values(media?.examples ?? {}).map(({ summary = '' }) => summary);
}

const resolved = (contract: Contract, response: Response): Response =>
  contract.components.responses[response.$ref?.split('/').at(-1) ?? ''] ?? response;

/**
 * Renders each specimen as an operation that has nothing else. Operations that share a response share what was rendered
 * of it, but for the address of their section.
 */
export async function renderSpecimens(
  render: (contract: Contract) => Promise<string>,
  contract: Contract,
  specimens: readonly Specimen[],
  clean: (content: Element, part: Contract) => void,
): Promise<ShowSpecimen> {
  const rendered = new Map<string, Shown & { own: string }>();
  const distinct = new Map(specimens.map((specimen) => [JSON.stringify(specimen), specimen]));
  for (const group of inGroups([...distinct])) {
    const placed = group.map(([key, specimen], i) => ({
      key,
      specimen,
      method: 'get',
      path: `/specimen${i}`,
      operation: asOperation(contract, specimen, `specimen${i}x`),
    }));
    const part = contractPart(contract, placed);
    const content = contentOf(await render(part));
    const sectionOf = sectionsOf(content);
    const cut = placed.map(({ key, specimen, operation }) => ({
      key,
      ...partsOf(sectionOf(operation), specimen),
    }));
    clean(content, part);
    for (const { key, own, body, example } of cut)
      rendered.set(key, { own, body: body?.outerHTML ?? '', example: example.outerHTML });
  }
  return (specimen, address) => {
    const { own = '', body = '', example = '' } = rendered.get(JSON.stringify(specimen)) ?? {};
    return { body: body.replaceAll(own, address), example: example.replaceAll(own, address) };
  };
}

function partsOf(section: Element, specimen: Specimen): { own: string; body?: Element; example: Element } {
  const own = section.id;
  if ('sample' in specimen) return { own, example: requestSample(section) };
  return { own, body: responseBody(section), example: responseExample(section) };
}

function asOperation(contract: Contract, specimen: Specimen, operationId: string): Operation {
  const { tags } = firstOperation(contract).operation;
  const bare = { operationId, tags, summary: operationId, description: '', parameters: [] };
  if ('sample' in specimen) {
    // Redoc highlights TypeScript only as JavaScript, and shows a sample only when its label names the same language.
    const javaScript = { lang: 'JavaScript', label: 'JavaScript' };
    const sample = { ...specimen.sample, ...(specimen.sample.lang === 'TypeScript' ? javaScript : {}) };
    return { ...bare, responses: placeholderResponses, 'x-codeSamples': [sample] };
  }
  const one = structuredClone(resolved(contract, specimen.response));
  for (const media of Object.values(one.content ?? {})) {
    const example = Object.entries(media.examples ?? {})[specimen.position];
    if (example) media.examples = Object.fromEntries([example]);
  }
  // Redoc shows no row of codes for one alone.
  return { ...bare, responses: { [specimen.code]: one, 599: one } };
}

const placeholder: Response = {
  content: { 'application/json': { examples: { placeholder: { value: '' } } } },
};

/** Responses that make Redoc show the parts in whose place others are put. */
export const placeholderResponses = { 200: placeholder, 599: placeholder };
