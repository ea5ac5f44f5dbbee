import type { Fill, Leftover } from './fill.ts';
import { type ReadUnit, type Unit, withoutOuterBreaks } from './unit.ts';

/** How the translations of a translator's file match a contract. */
export interface Merge {
  /** The translations to write, by the JSON pointer of the text. */
  fills: Map<string, Fill>;
  /** Translations whose text is not in the contract, or has changed. */
  leftovers: Leftover[];
  counts: MergeCounts;
}

/** What happened to the units of a translator's file. */
export interface MergeCounts {
  /** Translations that are new, or differ from the overlay's. */
  updated: number;
  /** Translations that are already in the overlay. */
  unchanged: number;
  /** Units without a translation. */
  empty: number;
  /** Translations of an older source: imported, and marked as stale. */
  stale: number;
  /** Translations whose text is not in the contract; kept under `x-l10n-removed`. */
  unplaced: number;
}

/**
 * Matches a translator's file with the current texts of the contract. A unit belongs to the text with its id and
 * source; else to the only other text with that source; else to the text with its id, as a stale translation.
 */
export function mergeUnits(current: readonly Unit[], read: readonly ReadUnit[]): Merge {
  const byId = new Map(current.map((unit) => [unit.id, unit]));
  const bySource = groupBySource(current);
  const merge: Merge = {
    fills: new Map(),
    leftovers: [],
    counts: { updated: 0, unchanged: 0, empty: 0, stale: 0, unplaced: 0 },
  };
  const { fills, counts } = merge;
  for (const unit of read) {
    if (unit.target === undefined || unit.target.trim() === '') {
      counts.empty++;
      continue;
    }
    const at = byId.get(unit.id);
    const same = withoutOuterBreaks(unit.source);
    const others = bySource.get(same) ?? [];
    const found =
      at && withoutOuterBreaks(at.source) === same ? at : others.length === 1 ? others[0] : undefined;
    if (found) {
      const fill = fillOf(found, unit, unit.target);
      if (fill) fills.set(found.id, fill);
      counts[fill ? 'updated' : 'unchanged']++;
    } else if (at && at.target === undefined && !fills.has(at.id)) {
      fills.set(at.id, { translation: unit.target, stale: unit.source });
      counts.stale++;
    } else if (at && at.previous === unit.source && at.target === unit.target) {
      counts.unchanged++;
    } else {
      const { target, key } = targetOfPointer(unit.id);
      merge.leftovers.push({ target, key, source: unit.source, translation: unit.target });
      counts.unplaced++;
    }
  }
  return merge;
}

/** What to write for a text; undefined when the overlay already has it. */
function fillOf(current: Unit, unit: ReadUnit, target: string): Fill | undefined {
  const same =
    current.target !== undefined && withoutOuterBreaks(current.target) === withoutOuterBreaks(target);
  const waits = current.state === 'needs-review';
  if (same && (!waits || unit.needsReview)) return undefined;
  const translation =
    same && current.target !== undefined ? current.target : likeSource(target, current.source);
  if (!unit.needsReview) return { translation };
  return {
    translation,
    stale: current.previous,
    review: current.previous === undefined ? 'translator' : undefined,
  };
}

/** PO files drop the line breaks at the ends of a text; they are restored from the source. */
function likeSource(target: string, source: string): string {
  const [, head = '', tail = ''] = /^([\r\n]*)[\s\S]*?([\r\n]*)$/.exec(source) ?? [];
  return head + withoutOuterBreaks(target) + tail;
}

function groupBySource(units: readonly Unit[]): Map<string, Unit[]> {
  const groups = new Map<string, Unit[]>();
  for (const unit of units) {
    const source = withoutOuterBreaks(unit.source);
    const group = groups.get(source);
    if (group) group.push(unit);
    else groups.set(source, [unit]);
  }
  return groups;
}

/** The place of a pointer as a target with a member: `/info/title` is `title` of `$['info']`. */
function targetOfPointer(pointer: string): { target: string; key: string } {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const key = steps.pop() ?? pointer;
  return { target: `$${steps.map((step) => `['${step.replaceAll(/['\\]/g, '\\$&')}']`).join('')}`, key };
}
