import { DOMParser, type Element, type Node, ParseError } from '@xmldom/xmldom';
import { InputError } from '../errors.ts';
import type { ReadFile, ReadUnit } from './unit.ts';
import { NEEDS_REVIEW } from './write-xliff.ts';

/** The states of XLIFF 1.2 (section 2.3) in which a translation is not final. */
const OPEN_STATES = /^(?:new|needs-)/;

/**
 * Reads a file of XLIFF 1.2 or 2.x.
 *
 * @throws {InputError} with line and column when it is not well-formed XML, or not XLIFF.
 */
export function readXliff(text: string, file: string): ReadFile {
  const root = parseXml(text, file).documentElement;
  const version = root?.localName === 'xliff' ? (root.getAttribute('version') ?? '') : '';
  if (root && version === '1.2') {
    const [part] = elements(root, 'file');
    return {
      targetLanguage: part?.getAttribute('target-language') ?? undefined,
      units: elements(root, 'trans-unit').map(readUnit12),
    };
  }
  if (root && /^2\.\d$/.test(version)) {
    return {
      targetLanguage: root.getAttribute('trgLang') ?? undefined,
      units: elements(root, 'unit').map(readUnit20),
    };
  }
  throw new InputError(`${file} is not XLIFF 1.2 or 2.0`, {
    place: { file, line: 1, column: 1 },
    expected: '<xliff version="1.2"> or <xliff version="2.0">',
  });
}

function parseXml(text: string, file: string) {
  let first: { message: string; locator: Locator | undefined } | undefined;
  try {
    const parser = new DOMParser({
      onError(level, message, context: { locator?: Locator }) {
        if (level !== 'warning') first ??= { message, locator: context.locator && { ...context.locator } };
      },
    });
    const document = parser.parseFromString(text, 'text/xml');
    if (!first) return document;
  } catch (cause) {
    if (!(cause instanceof ParseError)) throw cause;
    first ??= { message: cause.message, locator: undefined };
  }
  const { lineNumber, columnNumber } = first.locator ?? {};
  throw new InputError(`Not well-formed XML: ${first.message}`, {
    place: { file, line: lineNumber || 1, column: columnNumber || 1 },
    expected: 'a complete XLIFF file',
    help: 'Export the file from the tool again; nothing was imported.',
  });
}

/** Where the parser is; 0 or undefined before the first tag. */
interface Locator {
  lineNumber?: number;
  columnNumber?: number;
}

function readUnit12(unit: Element): ReadUnit {
  const [source] = elements(unit, 'source');
  const [target] = elements(unit, 'target');
  return {
    id: unit.getAttribute('id') ?? '',
    source: source ? contentOf(source, new Map()) : '',
    target: target && contentOf(target, new Map()),
    needsReview: OPEN_STATES.test(target?.getAttribute('state') ?? ''),
  };
}

/** A tool may have split the unit into several segments, with ignorable space between them. */
function readUnit20(unit: Element): ReadUnit {
  const data = new Map(
    elements(unit, 'data').map((node) => [node.getAttribute('id') ?? '', node.textContent ?? '']),
  );
  let source = '';
  let target: string | undefined;
  let needsReview = false;
  for (const part of children(unit)) {
    if (part.localName !== 'segment' && part.localName !== 'ignorable') continue;
    const [from] = elements(part, 'source');
    const [to] = elements(part, 'target');
    const original = from ? contentOf(from, data) : '';
    source += original;
    if (to) target = (target ?? '') + contentOf(to, data);
    else if (part.localName === 'ignorable' && target !== undefined) target += original;
    if (part.localName === 'segment') {
      const state = part.getAttribute('state') ?? 'initial';
      needsReview ||= state === 'initial' || part.getAttribute('subState') === NEEDS_REVIEW;
    }
  }
  return { id: unit.getAttribute('name') ?? unit.getAttribute('id') ?? '', source, target, needsReview };
}

/** The text of a source or target: its words, with inline codes replaced by the code. */
function contentOf(node: Node, data: ReadonlyMap<string, string>): string {
  let text = '';
  for (const child of node.childNodes) {
    if (child.nodeType === child.TEXT_NODE || child.nodeType === child.CDATA_SECTION_NODE) {
      text += child.nodeValue ?? '';
    } else if (child.nodeType === child.ELEMENT_NODE) {
      const element = child as Element; // its type says so
      text += data.get(element.getAttribute('dataRef') ?? '') ?? contentOf(element, data);
    }
  }
  return text;
}

const elements = (node: Element, name: string): Element[] => [...node.getElementsByTagNameNS('*', name)];

const children = (node: Element): Element[] =>
  // Only elements are left, which the type of childNodes cannot tell.
  [...node.childNodes].filter((child) => child.nodeType === child.ELEMENT_NODE) as Element[];
