/** The URL is the only state: every view is a link. */
import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
const notify = () => {
  for (const listener of listeners) listener();
};
/** The field being typed in, whose changes share one history entry. */
let typedField: string | undefined;
const onPopState = () => {
  typedField = undefined;
  notify();
};

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('popstate', onPopState);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('popstate', onPopState);
  };
}

/** The query string of the page; rerenders the component when it changes. */
export function useSearch(): string {
  return useSyncExternalStore(subscribe, () => window.location.search);
}

/** The new value: a text, several for a repeated name, or `undefined` to remove the name. */
export type Changes = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A query string with some names replaced. */
export function searchWith(changes: Changes, search = window.location.search): string {
  const query = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    query.delete(name);
    for (const one of typeof value === 'string' ? [value] : (value ?? [])) query.append(name, one);
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/**
 * Updates the URL.
 *
 * @param how `push` adds a history entry, `replace` does not; `{ typing }` names a field being typed in, whose changes
 * share one entry.
 */
export function change(changes: Changes, how: 'push' | 'replace' | { typing: string } = 'push'): void {
  const search = searchWith(changes);
  if (search === window.location.search) return;
  const url = `${window.location.pathname}${search}${window.location.hash}`;
  const field = typeof how === 'object' ? how.typing : undefined;
  if (how === 'replace' || (field !== undefined && field === typedField)) {
    window.history.replaceState(null, '', url);
  } else window.history.pushState(null, '', url);
  if (how !== 'replace') typedField = field;
  notify();
}

/** Ends the history entry of the field being typed in. */
export function endTyping(): void {
  typedField = undefined;
}

/** Goes to another view. @param search its whole query string */
export function openSearch(search: string): void {
  window.history.pushState(null, '', `${window.location.pathname}${search}`);
  typedField = undefined;
  notify();
}
