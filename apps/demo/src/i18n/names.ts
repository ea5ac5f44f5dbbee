/** Names of fields, lines and periods in the reader's language. */
import type { Catalogue } from '../api/catalogue.ts';
import type { ParameterName } from '../contract/parameters.ts';
import { m } from '../generated/messages/messages.js';
import { type Granularity, granularities, type Line } from '../series/plan.ts';
import type { Preset } from '../series/presets.ts';
import type { ViewProblem } from '../series/problems.ts';
import type { Slice } from '../series/statistics.ts';
import { unusualScore } from '../series/unusual.ts';
import type { Compare, Shape } from '../view/view.ts';
import type { Format } from './format.ts';

const parameterLabels: Partial<Record<string, () => string>> = {
  length: m.field_length,
  unit: m.field_unit,
  ending_at: m.field_ending_at,
  app_id: m.field_app,
  segment_id: m.field_segment,
};

/** The label of a parameter, or its name if it has none. */
export const parameterLabel = (name: ParameterName): string => parameterLabels[name]?.() ?? name;

export const granularityLabel: Record<Granularity, () => string> = {
  hour: m.by_hour,
  day: m.by_day,
  week: m.by_week,
  month: m.by_month,
};

export const meanLabel: Record<Granularity, () => string> = {
  hour: m.mean_hour,
  day: m.mean_day,
  week: m.mean_week,
  month: m.mean_month,
};

const inProgressNote: Record<Granularity, () => string> = {
  hour: m.in_progress_hour,
  day: m.in_progress_day,
  week: m.in_progress_week,
  month: m.in_progress_month,
};

/** How many points of a series have ended, and how many have begun. */
interface Progress {
  complete: number;
  begun: number;
}

/** A note on a part of a series whose last points have not ended; undefined when all have. */
export function unfinishedNote(
  by: Granularity,
  { complete, begun }: Progress,
  { first, end }: Slice,
): string | undefined {
  if (end <= complete) return undefined;
  if (begun <= first) return m.period_to_come();
  return end > begun ? m.end_to_come() : inProgressNote[by]();
}

/** What to say next to the time of a point that has not ended; undefined when it has. */
export function unfinishedText({ complete, begun }: Progress, index: number): string | undefined {
  if (index < complete) return undefined;
  return index < begun ? m.in_progress() : m.to_come();
}

export const presetLabel: Record<Preset, () => string> = {
  '7d': m.preset_7d,
  '28d': m.preset_28d,
  '90d': m.preset_90d,
  month: m.preset_month,
  'last-month': m.preset_last_month,
  quarter: m.preset_quarter,
  year: m.preset_year,
};

export const compareLabel: Record<Compare, () => string> = {
  previous: m.compare_previous,
  year: m.compare_year,
  none: m.compare_none,
};

/** The name of the compared period. */
export const beforeLabel = (compare: Compare): string =>
  compare === 'year' ? m.year_before() : m.period_before();

export const shapeLabel: Record<Shape, () => string> = {
  lines: m.shape_lines,
  stacked: m.shape_stacked,
  cumulative: m.shape_cumulative,
};

/** The label of a line: names if known, else identifiers. */
export function lineLabel({ app_id, segment_id }: Line, catalogue: Catalogue | undefined): string {
  const nameOf = (id: string | undefined, known: Catalogue['apps'] = []) =>
    known.find((one) => one.id === id)?.name ?? id;
  return [
    nameOf(app_id, catalogue?.apps) ?? (segment_id === undefined ? m.all_apps() : undefined),
    nameOf(segment_id, catalogue?.segments),
  ]
    .filter((name) => name !== undefined)
    .join(' · ');
}

/** What a band means: points that share a column. @param size how many of them */
export const bandText = (by: Granularity, size: number, format: Format): string =>
  by === 'hour'
    ? m.legend_band_hours({ count: format.integer(size) })
    : m.legend_band({ count: format.integer(size) });

/** What a ring means. */
export const unusualText = (by: Granularity, format: Format): string =>
  by === 'hour'
    ? m.legend_unusual_hour({ score: format.decimal(unusualScore) })
    : m.legend_unusual_day({ score: format.decimal(unusualScore) });

/** Why a value is invalid and what to enter instead. @param value as typed. */
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
      return m.problem_not_listed({ value, allowed: problem.allowed.map(optionText).join(', ') });
    case 'wrongFormat':
      return m.problem_wrong_format({ value });
    case 'notADate':
      return m.problem_not_a_date({ value });
    case 'fromAfterTo':
      return m.problem_from_after_to();
    case 'unknownZone':
      return m.problem_unknown_zone({ value });
    case 'tooManyPoints':
      return m.problem_too_many_points({ maximum: format.integer(problem.maximum) });
    case 'tooManyLines':
      return m.problem_too_many_lines({ maximum: format.integer(problem.maximum) });
  }
}

/** The label of an enum value in the panel. */
function optionText(value: string): string {
  const granularity = granularities.find((known) => known === value);
  return granularity ? granularityLabel[granularity]() : value;
}
