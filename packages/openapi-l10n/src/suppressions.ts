import { InputError, type Place } from './errors.ts';
import { isObject, type Json, type Path, toPointer } from './json.ts';
import { type Overlay, SUPPRESS } from './overlay/read.ts';
import type { Reading } from './overlay/translations.ts';
import { ruleNames } from './rules/index.ts';

/** The suppressions of an overlay: findings that somebody has accepted, with a reason. */
export interface Suppressions {
  /** Whether a finding of this rule, at this text or in this action, is suppressed. */
  covers(rule: string, pointer: string, at: Path | undefined): boolean;
}

interface Suppression {
  rule: string;
  /** The member of the `update`; undefined for the whole action. */
  text: string | undefined;
}

/**
 * Reads the suppressions of each action:
 *
 *     x-l10n-suppress:
 *       - rule: number
 *         text: description   # optional: one text of the action; default: all
 *         reason: French law sets another limit.
 *
 * @throws {InputError} at a suppression with an unknown rule, or without a reason.
 */
export function readSuppressions(overlay: Overlay, reading: Reading): Suppressions {
  const byAction = new Map<number, Suppression[]>();
  for (const [index, action] of overlay.actions.entries()) {
    const list = action[SUPPRESS];
    if (list === undefined) continue;
    const place = (...path: Path) => overlay.source.locate(['actions', index, SUPPRESS, ...path]);
    if (!Array.isArray(list)) throw malformed('is not a list', place());
    byAction.set(
      index,
      list.map((item, n) => readSuppression(item, () => place(n))),
    );
  }

  // A finding about the contract (missing, source) is suppressed in the action that selects the object of the text.
  const actionOf = new Map<string, number>();
  for (const [pointer, { action }] of reading.translations) actionOf.set(pointer, action);
  for (const [index, places] of reading.selected.entries()) {
    if (byAction.has(index)) for (const place of places) actionOf.set(toPointer(place), index);
  }
  return {
    covers(rule, pointer, at) {
      const [, parent, member = ''] = /^(.*)\/(.*)$/s.exec(pointer) ?? [];
      const index =
        typeof at?.[1] === 'number' ? at[1] : (actionOf.get(pointer) ?? actionOf.get(parent ?? pointer));
      if (index === undefined) return false;
      const key = at ? String(at.at(-1)) : member.replaceAll('~1', '/').replaceAll('~0', '~');
      return (byAction.get(index) ?? []).some(
        (suppression) =>
          suppression.rule === rule && (suppression.text === undefined || suppression.text === key),
      );
    },
  };
}

function readSuppression(item: Json, place: () => Place): Suppression {
  const { rule, reason, text } = isObject(item) ? item : {};
  if (typeof rule !== 'string' || !ruleNames.some((name) => name === rule)) {
    throw malformed(`has an unknown rule: ${JSON.stringify(rule ?? null)}`, place());
  }
  if (typeof reason !== 'string' || reason.trim() === '') {
    throw malformed(`of the rule ${rule} has no reason`, place());
  }
  return { rule, text: typeof text === 'string' ? text : undefined };
}

function malformed(what: string, place: Place): InputError {
  return new InputError(`The suppression ${what}`, {
    place,
    expected: `a list of { rule, text, reason }; the rules are ${ruleNames.join(', ')}`,
    help: 'Explain in "reason" why the finding is accepted; "text" is optional.',
  });
}
