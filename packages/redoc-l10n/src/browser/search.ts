import type { SearchEntry } from '../search/find.ts';
import { excerpt, type FoldedEntry, findEntries, foldEntries } from '../search/find.ts';

/** The maximum number of results. */
const SHOWN = 10;

/** The environment of a header. */
export interface HeaderPlace {
  /** The root of the header: the document, or a shadow root in an app. */
  root: ParentNode;
  language: string;
  /** The address of the language's folder, with a slash at its end. */
  base: string;
  /** Removes the event listeners of the header. */
  signal?: AbortSignal;
}

/** Shows search results while the user types; the index is loaded on first use. */
export function startSearch({ root, language, base, signal }: HeaderPlace): void {
  const field = root.querySelector<HTMLInputElement>('#search');
  const list = root.querySelector<HTMLUListElement>('#results');
  const status = root.querySelector<HTMLElement>('#result-count');
  if (!field || !list || !status) return;
  const options = signal ? { signal } : {};
  let index: Promise<FoldedEntry[]> | undefined;

  const show = async () => {
    const query = field.value.trim();
    if (query === '') {
      list.hidden = true;
      status.textContent = '';
      return;
    }
    index ??= loadIndex(base);
    try {
      const found = findEntries(await index, query);
      if (query !== field.value.trim()) return;
      list.replaceChildren(...found.slice(0, SHOWN).map((entry) => item(entry, base, query)));
      status.textContent =
        found.length > 0 ? countText(status, language, found.length) : showNoResults(list, status, query);
    } catch {
      index = undefined;
      status.textContent = status.dataset.failed ?? '';
      list.replaceChildren(plain(status.textContent));
    }
    list.hidden = false;
  };
  field.addEventListener('input', show);
  field.addEventListener('focus', show);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') list.hidden = true;
    if (event.key === 'Enter') list.querySelector('a')?.click();
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      list.querySelector('a')?.focus();
    }
  });
  list.addEventListener('keydown', (event) => {
    const links = [...list.querySelectorAll('a')];
    const at = links.findIndex((link) => link.matches(':focus'));
    if (event.key === 'ArrowDown') links[Math.min(at + 1, links.length - 1)]?.focus();
    else if (event.key === 'ArrowUp') (at > 0 ? links[at - 1] : field)?.focus();
    else if (event.key === 'Escape') field.focus();
    else return;
    event.preventDefault();
    if (event.key === 'Escape') list.hidden = true;
  });
  document.addEventListener(
    'click',
    (event) => {
      const target = targetOf(event);
      const inside = target?.closest('.search') && !target.closest('#results a');
      if (!inside) list.hidden = true;
    },
    options,
  );
  document.addEventListener(
    'keydown',
    (event) => {
      const typing = targetOf(event)?.closest('input, textarea, select, [contenteditable]');
      const wanted =
        (event.key === '/' && !typing) || (event.key === 'k' && (event.ctrlKey || event.metaKey));
      if (!wanted) return;
      event.preventDefault();
      field.focus();
      field.select();
    },
    options,
  );
}

/** The target of an event, also inside a shadow root. */
export function targetOf(event: Event): Element | undefined {
  const [target] = event.composedPath();
  return target instanceof Element ? target : undefined;
}

async function loadIndex(base: string): Promise<FoldedEntry[]> {
  const load = async (name: string) => {
    const response = await fetch(`${base}search/${name}`);
    if (!response.ok) throw new Error(`${response.status}`);
    return response.json();
  };
  // The site's own files: their form is known.
  const parts = (await load('index.json')) as string[];
  const entries = (await Promise.all(parts.map(load))) as SearchEntry[][];
  return foldEntries(entries.flat());
}

function countText({ dataset }: HTMLElement, lang: string, count: number): string {
  const text = dataset[new Intl.PluralRules(lang).select(count)] ?? dataset.other ?? '';
  return text.replace('{count}', String(count));
}

function showNoResults(list: HTMLElement, status: HTMLElement, query: string): string {
  const text = (status.dataset.none ?? '').replace('{query}', query);
  list.replaceChildren(plain(text));
  return text;
}

function item(entry: SearchEntry, base: string, query: string): HTMLLIElement {
  const line = document.createElement('li');
  const link = document.createElement('a');
  link.href = base + entry.url;
  const title = document.createElement('span');
  title.textContent = entry.title;
  link.append(title);
  if (entry.page !== entry.title) {
    const context = document.createElement('small');
    context.textContent = entry.page;
    link.append(context);
  }
  const around = excerpt(entry.text, query);
  if (around) {
    const text = document.createElement('small');
    text.className = 'excerpt';
    text.textContent = around;
    link.append(text);
  }
  line.append(link);
  return line;
}

function plain(text: string): HTMLLIElement {
  const line = document.createElement('li');
  line.textContent = text;
  return line;
}
