import { readRemembered, remember } from './remembered.ts';

/** A named view, stored in this browser. */
export interface SavedView {
  name: string;
  /** Query string of the view. */
  search: string;
}

/** The saved views by name. */
export function readSavedViews(): SavedView[] {
  try {
    const views: unknown = JSON.parse(readRemembered('saved-views') ?? '[]');
    return Array.isArray(views) ? views.filter(isSavedView) : [];
  } catch {
    return [];
  }
}

/** Saves a view, replacing one with the same name. @returns all views, or undefined if storage failed. */
export function saveView(view: SavedView): SavedView[] | undefined {
  return write([...readSavedViews().filter(({ name }) => name !== view.name), view]);
}

/** Deletes a view. @returns the remaining views, or undefined if storage failed. */
export function deleteView(name: string): SavedView[] | undefined {
  return write(readSavedViews().filter((view) => view.name !== name));
}

function write(views: SavedView[]): SavedView[] | undefined {
  const sorted = views.toSorted((a, b) => a.name.localeCompare(b.name));
  return remember('saved-views', JSON.stringify(sorted)) ? sorted : undefined;
}

function isSavedView(value: unknown): value is SavedView {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'name' in value && typeof value.name === 'string' && 'search' in value && typeof value.search === 'string'
  );
}
