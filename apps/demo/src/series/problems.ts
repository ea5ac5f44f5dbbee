import { maximumLength, minimumLength } from '../contract/parameters.ts';

/** Why a value is refused, as data that the page translates. */
export type ViewProblem =
  | { kind: 'missing' }
  | { kind: 'notInteger' }
  | { kind: 'outOfBounds'; minimum: number; maximum: number }
  | { kind: 'notListed'; allowed: readonly string[] }
  | { kind: 'wrongFormat' }
  | { kind: 'notADate' }
  | { kind: 'fromAfterTo' }
  | { kind: 'unknownZone' }
  | { kind: 'tooManyPoints'; maximum: number }
  | { kind: 'tooManyLines'; maximum: number };

/** Fields of the panel. */
export type Field = 'length' | 'by' | 'endingAt' | 'from' | 'to' | 'zone' | 'apps' | 'segments';
export type Problems = Partial<Record<Field, { problem: ViewProblem; value: string }>>;

/** Records a problem, if there is one. */
export type Note = (field: Field, value: string, problem: ViewProblem | undefined) => void;

/** Checks a length by the contract. */
export function lengthProblem(text: string): ViewProblem | undefined {
  if (text === '') return { kind: 'missing' };
  if (!/^-?\d+$/.test(text)) return { kind: 'notInteger' };
  return Number(text) < minimumLength || Number(text) > maximumLength
    ? { kind: 'outOfBounds', minimum: minimumLength, maximum: maximumLength }
    : undefined;
}
