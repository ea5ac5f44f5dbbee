import { parseHTML } from 'linkedom';
import type { Page } from '../page/shell.ts';
import type { SearchEntry } from './search.ts';

const heading = 'h1, h2, h3, h4';

/**
 * The documents of a page's parts: each of Redoc's sections is one of its own, and the rest. A document takes many times the
 * memory of its text, and one of a thousand operations would not fit.
 */
function* documentsOf(html: string): Generator<Document> {
  for (const part of html.split(/(?=<div id="[^"]*" data-section-id=)/))
    yield parseHTML(`<html><body>${part}</body></html>`).document;
}

/** The second-level headings of a page's HTML that can be linked to. */
export function headingsOf(html: string): Page['headings'] {
  const headings: Page['headings'] = [];
  for (const document of documentsOf(html))
    for (const element of document.querySelectorAll('h2')) {
      const id = element.id || element.closest('[id]')?.id;
      if (id) headings.push({ id, text: nameOf(element), level: 2 });
    }
  return headings;
}

/** What a search finds on a page: each heading and each parameter or property, with the text below it, each once. */
export function searchEntries({ html, path, title }: Page): SearchEntry[] {
  const entries = new Map<string, SearchEntry>();
  const add = (entry: SearchEntry) => {
    const key = JSON.stringify([entry.title, entry.text]);
    if (!entries.has(key)) entries.set(key, entry);
  };
  add({ title, page: title, url: path, text: '' });
  for (const document of documentsOf(html))
    for (const element of document.querySelectorAll('[id]')) {
      if (element.matches('[role]')) continue;
      const isHeading = element.matches(heading);
      const name = nameOf(isHeading ? element : element.querySelector(`${heading}, .schema-name`)).trim();
      if (!name) continue;
      const text = isHeading ? below(element) : element.textContent;
      add({
        title: name,
        page: title,
        url: `${path}#${element.id}`,
        text: text.replace(/\s+/g, ' ').slice(0, 1500),
      });
    }
  return [...entries.values()];
}

function below(element: Element): string {
  let text = '';
  for (let next = element.nextElementSibling; next && !next.matches('h1, h2'); next = next.nextElementSibling)
    text += ` ${next.textContent}`;
  return text || (element.parentElement?.textContent ?? '');
}

/** What a heading says, without the mark that links to it. */
function nameOf(element: Element | null): string {
  const words = element?.cloneNode(true);
  if (!words) return '';
  // A clone of an element is one.
  for (const mark of (words as Element).querySelectorAll('[aria-hidden], .deep-link')) mark.remove();
  return (words.textContent ?? '').trim();
}
