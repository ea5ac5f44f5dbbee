import { parseHTML } from 'linkedom';
import type { Page } from '../page/shell.ts';
import type { SearchEntry } from './search.ts';

const heading = 'h1, h2, h3, h4';

/** The second-level headings of a page's HTML that can be linked to. */
export function headingsOf(html: string): Page['headings'] {
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  return [...document.querySelectorAll('h2')].flatMap((element) => {
    const id = element.id || element.closest('[id]')?.id;
    return id ? [{ id, text: nameOf(element), level: 2 }] : [];
  });
}

/** What a search finds on a page: each heading and each parameter or property, with the text below it. */
export function searchEntries({ html, path, title }: Page): SearchEntry[] {
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  const entries: SearchEntry[] = [{ title, page: title, url: path, text: '' }];
  for (const element of document.querySelectorAll('[id]')) {
    if (element.matches('[role]')) continue;
    const name = element.matches(heading)
      ? nameOf(element)
      : nameOf(element.querySelector(`${heading}, .schema-name`));
    if (!name.trim()) continue;
    const text = element.matches(heading) ? below(element) : element.textContent;
    entries.push({
      title: name.trim(),
      page: title,
      url: `${path}#${element.id}`,
      text: text.replace(/\s+/g, ' ').slice(0, 1500),
    });
  }
  return entries.filter(
    (entry, i) =>
      entries.findIndex(({ title: other, text }) => other === entry.title && text === entry.text) === i,
  );
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
