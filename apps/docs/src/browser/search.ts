import { findEntries, type SearchEntry } from '../content/search.ts';

/** Lets the search field show matching sections while one types; the index is loaded on first use. */
export function startSearch(): void {
  const field = document.querySelector<HTMLInputElement>('#search');
  const list = document.querySelector<HTMLUListElement>('#results');
  if (!field || !list) return;
  const { lang, dataset } = document.documentElement;
  const base = `${dataset.root}${lang}/`;
  let index: Promise<SearchEntry[]> | undefined;

  const show = async () => {
    index ??= fetch(`${base}search.json`).then((response) => response.json());
    const entries = await index;
    const query = field.value.trim();
    const found = findEntries(entries, query).slice(0, 8);
    list.replaceChildren(...(found.length > 0 ? found.map((entry) => item(entry, base)) : [nothing(field)]));
    list.hidden = query === '';
  };
  field.addEventListener('input', show);
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
  document.addEventListener('click', (event) => {
    if (
      !(event.target instanceof Element && event.target.closest('.search')) ||
      event.target.closest('#results a')
    )
      list.hidden = true;
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    field.focus();
  });
}

function item(entry: SearchEntry, base: string): HTMLLIElement {
  const line = document.createElement('li');
  const link = document.createElement('a');
  link.href = base + entry.url;
  link.textContent = entry.title;
  const context = document.createElement('small');
  context.textContent = entry.page;
  link.append(context);
  line.append(link);
  return line;
}

function nothing(field: HTMLElement): HTMLLIElement {
  const line = document.createElement('li');
  line.textContent = field.dataset.none ?? '';
  return line;
}
