/** The address bar is the only state: every view is a link. */
import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
const notify = () => {
  for (const listener of listeners) listener();
};

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('popstate', notify);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('popstate', notify);
  };
}

/** The query string of the page; a component that calls this renders anew when it changes. */
export function useSearch(): string {
  return useSyncExternalStore(subscribe, () => window.location.search);
}

/** What to write: a text, several for a repeated name, or `undefined` to leave the name out. */
export type Changes = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The present query string with some names written anew. */
export function searchWith(changes: Changes): string {
  const search = new URLSearchParams(window.location.search);
  for (const [name, value] of Object.entries(changes)) {
    search.delete(name);
    for (const one of typeof value === 'string' ? [value] : (value ?? [])) search.append(name, one);
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

/**
 * Writes to the address bar.
 *
 * @param how `push` makes a step that the back button undoes; `replace` is for typing.
 */
export function change(changes: Changes, how: 'push' | 'replace' = 'push'): void {
  const url = `${window.location.pathname}${searchWith(changes)}${window.location.hash}`;
  if (how === 'push') window.history.pushState(null, '', url);
  else window.history.replaceState(null, '', url);
  notify();
}
