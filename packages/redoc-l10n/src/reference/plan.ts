import type { Outline, OutlineGroup } from '../redoc/outline.ts';

/** The distribution of operations over pages, the same in every language. */
export interface ReferencePlan {
  pages: readonly PlannedPage[];
  /** The path of the page that an anchor is on; `undefined` for one that does not exist. */
  pageOf(anchor: string): string | undefined;
}

export interface PlannedPage {
  /** Below the language's folder; '' for the first page. */
  path: string;
  /** The positions of the tags and operations, in the outline. */
  parts: readonly { group: number; operations: readonly number[] }[];
}

/**
 * Puts all operations on the first page if they are few; else each tag gets one or more pages.
 *
 * @param perPage the maximum number of operations per page.
 */
export function planPages({ groups, sections }: Outline, perPage: number): ReferencePlan {
  const count = groups.reduce((sum, { operations }) => sum + operations.length, 0);
  const all = groups.map(({ operations }, group) => ({ group, operations: [...operations.keys()] }));
  const pages: PlannedPage[] =
    count <= perPage
      ? [{ path: '', parts: all }]
      : [{ path: '', parts: [] }, ...groups.flatMap((one, group) => pagesOf(one, group, perPage))];
  const places = new Map<string, string>(sections.map(({ id }) => [id, '']));
  for (const { path, parts } of pages)
    for (const { group, operations } of parts) {
      const { id = '', operations: all = [] } = groups[group] ?? {};
      if (!places.has(id)) places.set(id, path);
      for (const at of operations) {
        const operation = all[at]?.id ?? '';
        if (!places.has(operation)) places.set(operation, path);
      }
    }
  return { pages, pageOf: (anchor) => placeOf(anchor, places) };
}

function pagesOf({ id, operations }: OutlineGroup, group: number, perPage: number): PlannedPage[] {
  const pages: PlannedPage[] = [];
  for (let start = 0; start < operations.length; start += perPage)
    pages.push({
      path: start === 0 ? `${id}/` : `${id}/${pages.length + 1}/`,
      parts: [{ group, operations: [...operations.keys()].slice(start, start + perPage) }],
    });
  return pages;
}

/** The anchors of parts, such as those of a parameter, are below that of their operation. */
function placeOf(anchor: string, places: ReadonlyMap<string, string>): string | undefined {
  if (/^(?:security|servers|overview|schemas)(?:\/|$)/.test(anchor)) return '';
  for (let part = anchor; part !== ''; part = part.slice(0, Math.max(0, part.lastIndexOf('/')))) {
    const found = places.get(part);
    if (found !== undefined) return found;
  }
  return undefined;
}
