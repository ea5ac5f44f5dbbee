/** What the browser remembers between visits. Storage may be forbidden or full: then nothing is remembered. */

type Name = 'zone' | 'theme' | 'saved-views';

export function readRemembered(name: Name): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** @param value undefined forgets it. @returns false when the browser has not kept it. */
export function remember(name: Name, value: string | undefined): boolean {
  try {
    if (value === undefined) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
    return true;
  } catch {
    return false;
  }
}
