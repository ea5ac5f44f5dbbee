import type { ContractChange } from '../rate/rate.ts';
import type { SubjectPart } from '../rate/subject.ts';

/** The words of a changelog in one language. */
export interface Words {
  /** The heading of each group. */
  readonly groups: Readonly<Record<Group, string>>;
  /** The heading for changes outside operations. */
  readonly document: string;
  /** A part of an operation, such as a parameter; `name` is already code. */
  readonly part: Readonly<Record<SubjectPart['kind'], (name: string) => string>>;
  /** Joins parts: "response 200, header X". */
  readonly separator: string;
  /** Between a subject and its change, with spaces. */
  readonly colon: string;
  readonly added: string;
  readonly removed: string;
  readonly changed: string;
  readonly deprecated: string;
  readonly textChanged: string;
  /** Values are already code. */
  changedFromTo(before: string, after: string): string;
  setTo(after: string): string;
  wasRemoved(before: string): string;
  readonly breaking: string;
  readonly noChanges: string;
}

/** The groups of a changelog, in their order. */
export const GROUPS = ['removed', 'changed', 'deprecated', 'added'] as const;
export type Group = (typeof GROUPS)[number];

/** The group of a change. */
export function groupOf({ kind, property, after, subject }: ContractChange): Group {
  if (property === 'deprecated' && after === true) return 'deprecated';
  if (property !== undefined) return 'changed';
  const isOperation = subject.parts.length === 0;
  if (kind === 'modified') return 'changed';
  return isOperation || kind === 'added' ? kind : 'removed';
}
