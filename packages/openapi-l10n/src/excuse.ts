import type { Finding } from './finding.ts';
import { isObject, type Path } from './json.ts';
import { EXCUSE, type Overlay } from './overlay/read.ts';
import { pointerOf, type Reading } from './overlay/translations.ts';
import { type RuleName, ruleNames } from './rules/index.ts';

/** The excuses of an overlay: findings that somebody has looked at and accepted, with a reason. */
export interface Excuses {
  /** Whether a finding of this rule, at this text or in this action, is excused. Marks the excuse as used. */
  covers(rule: RuleName, pointer: string, at: Path | undefined): boolean;
  /** Excuses that are not well-formed: without a rule, with an unknown one, or without a reason. */
  problems(): Finding[];
}

/**
 * Reads the excuses of each action:
 *
 *     x-l10n-excuse:
 *       - rule: number
 *         text: description   # optional: one text of the action, else all
 *         reason: The French law names another bound.
 */
export function excused(overlay: Overlay, reading: Reading): Excuses {
  const byAction = new Map<number, { rule: string; text: string | undefined }[]>();
  const problems: Finding[] = [];
  const reject = (path: Path, message: string) =>
    problems.push({
      rule: 'text-only',
      severity: 'error',
      message,
      help: `Write - { rule: ${ruleNames.join(' | ')}, text: description, reason: why it is right here }.`,
      place: overlay.source.locate(path),
      length: 1,
      pointer: '',
    });

  for (const [index, action] of overlay.actions.entries()) {
    const list = action[EXCUSE];
    if (list === undefined) continue;
    const base = ['actions', index, EXCUSE];
    if (!Array.isArray(list)) {
      reject(base, `The field ${EXCUSE} is not a list`);
      continue;
    }
    for (const [n, item] of list.entries()) {
      const path = [...base, n];
      const rule = isObject(item) ? item['rule'] : undefined;
      const reason = isObject(item) ? item['reason'] : undefined;
      const text = isObject(item) ? item['text'] : undefined;
      if (typeof rule !== 'string' || !ruleNames.some((name) => name === rule)) {
        reject(path, `The excuse names no rule that exists: ${JSON.stringify(rule ?? null)}`);
      } else if (typeof reason !== 'string' || reason.trim() === '') {
        reject(path, `The excuse of ${rule} gives no reason`);
      } else {
        const own = byAction.get(index) ?? [];
        byAction.set(index, [...own, { rule, text: typeof text === 'string' ? text : undefined }]);
      }
    }
  }

  // A finding about the contract (missing, source) is excused by the action that selects the text's object.
  const actionOf = new Map<string, number>();
  for (const [pointer, { action }] of reading.translations) actionOf.set(pointer, action);
  for (const [index, paths] of reading.selected.entries()) {
    if (!byAction.has(index)) continue;
    for (const parent of paths) {
      for (const { text } of byAction.get(index) ?? []) {
        if (text !== undefined)
          actionOf.set(pointerOf({ parent, key: text, value: '', markdown: false }), index);
      }
    }
  }
  return {
    problems: () => problems,
    covers(rule, pointer, at) {
      const index = typeof at?.[1] === 'number' ? at[1] : actionOf.get(pointer);
      if (index === undefined) return false;
      const key = at ? String(at.at(-1)) : decode(pointer);
      return (byAction.get(index) ?? []).some(
        (excuse) => excuse.rule === rule && (excuse.text === undefined || excuse.text === key),
      );
    },
  };
}

const decode = (pointer: string) =>
  (pointer.split('/').at(-1) ?? '').replaceAll('~1', '/').replaceAll('~0', '~');
