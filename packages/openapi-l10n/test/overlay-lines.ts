import { parseDocument } from 'yaml';
import type { SourceFile } from '../src/index.ts';

export interface Line {
  translation: string | undefined;
  source: string | undefined;
  stale: string | undefined;
}

/** Every text in an overlay; `aside` are those under x-l10n-removed. */
export function linesOf(overlay: SourceFile): { lines: Line[]; aside: Line[] } {
  // What extract writes, which the test then reads: maps of texts.
  type Action = Record<'update' | 'x-l10n-source' | 'x-l10n-stale', Record<string, string> | undefined>;
  const root = overlay.value as unknown as { actions: Action[]; 'x-l10n-removed'?: Action[] };
  const read = (actions: Action[]) =>
    actions.flatMap((action) => {
      const keys = new Set([
        ...Object.keys(action.update ?? {}),
        ...Object.keys(action['x-l10n-source'] ?? {}),
      ]);
      return [...keys].map((key) => ({
        translation: action.update?.[key],
        source: action['x-l10n-source']?.[key],
        stale: action['x-l10n-stale']?.[key],
      }));
    });
  return { lines: read(root.actions), aside: read(root['x-l10n-removed'] ?? []) };
}

/** Translates some texts of a fresh overlay, and records the source of each translation. */
export function translate(text: string, chosen: (index: number) => boolean): [string, Map<string, string>] {
  const document = parseDocument(text);
  const made = new Map<string, string>();
  // As above: what extract has written.
  const { actions } = document.toJS() as { actions: { 'x-l10n-source': Record<string, string> }[] };
  let index = 0;
  for (const [action, { 'x-l10n-source': sources }] of actions.entries()) {
    for (const [key, original] of Object.entries(sources)) {
      index++;
      if (!chosen(index)) continue;
      const translation = `Traduction ${index}`;
      document.setIn(['actions', action, 'update', key], translation);
      made.set(translation, original);
    }
  }
  return [document.toString({ lineWidth: 0 }), made];
}
