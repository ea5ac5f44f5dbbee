/** Names of fields, units and lines in the reader's language. A parameter that the contract gains must be named here to compile. */
import type { ParameterName, Unit } from '../contract/parameters.ts';
import { m } from '../generated/messages/messages.js';
import type { Line, ViewProblem } from '../series/plan.ts';
import type { Format } from './format.ts';

export const parameterLabel: Record<ParameterName, () => string> = {
  length: m.field_length,
  unit: m.field_unit,
  ending_at: m.field_ending_at,
  app_id: m.field_app,
  segment_id: m.field_segment,
};

export const unitLabel: Record<Unit, () => string> = { day: m.unit_day, hour: m.unit_hour };

/** Says that the last unit has not ended. */
export const underWayNote: Record<Unit, () => string> = { day: m.under_way_day, hour: m.under_way_hour };

/** What a line of the chart shows. */
export function lineLabel({ app_id, segment_id }: Line): string {
  return [app_id ?? (segment_id === undefined ? m.all_apps() : undefined), segment_id]
    .filter((name) => name !== undefined)
    .join(' · ');
}

/** Why a value is refused and what to give instead. @param value as typed. */
export function problemText(problem: ViewProblem, value: string, format: Format): string {
  switch (problem.kind) {
    case 'missing':
      return m.problem_missing();
    case 'notInteger':
      return m.problem_not_integer({ value });
    case 'outOfBounds':
      return m.problem_out_of_bounds({
        value,
        minimum: format.integer(problem.minimum),
        maximum: format.integer(problem.maximum),
      });
    case 'notListed':
      return m.problem_not_listed({ value, allowed: problem.allowed.join(', ') });
    case 'wrongFormat':
      return m.problem_wrong_format({ value });
    case 'fromAfterEnd':
      return m.problem_from_after_end();
    case 'tooManyPoints':
      return m.problem_too_many_points({ maximum: format.integer(problem.maximum) });
    case 'tooManyLines':
      return m.problem_too_many_lines({ maximum: format.integer(problem.maximum) });
  }
}
