import { secondsOf } from '../contract/parameters.ts';
import { parameters } from '../generated/contract.ts';
import type { Plan } from './plan.ts';
import { isoDateTime } from './wall-time.ts';

/** One call of a range. */
export interface Window {
  length: number;
  /** End of the window, at the offset of the plan. */
  ending_at: string;
}

/** Cuts a range into calls that the contract allows, oldest first; every unit is in exactly one of them. */
export function windowsOf({ unit, count, first, offset }: Plan): Window[] {
  const { maximum } = parameters.length.schema;
  const step = secondsOf[unit];
  return Array.from({ length: Math.ceil(count / maximum) }, (_, index) => {
    const start = index * maximum;
    const length = Math.min(maximum, count - start);
    return { length, ending_at: `${isoDateTime(first + (start + length) * step - 1)}${offset || 'Z'}` };
  });
}
