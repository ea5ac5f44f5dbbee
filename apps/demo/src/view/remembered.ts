/** Settings that the browser stores between visits, unless storage is blocked or full. */

type Name = 'zone' | 'theme' | 'saved-views';

export function readRemembered(name: Name): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** @param value undefined removes it. @returns false if it could not be stored. */
export function remember(name: Name, value: string | undefined): boolean {
  try {
    if (value === undefined) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
    return true;
  } catch {
    return false;
  }
}
