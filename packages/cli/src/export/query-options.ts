import { listOf, parameterValue, textOf, type Values } from '../command-line/option.ts';
import type { Connection } from '../connection/connect.ts';
import type { Context } from '../context.ts';
import { parameterOf } from '../contract.ts';
import { CommandError } from '../exit-codes.ts';
import type { Calendar } from '../period/calendar.ts';
import { calendarOf, type PeriodOptions, periodOf } from '../period/period.ts';
import { combine, countRequests, type ExportQuery, type Unit } from './query.ts';
import type { SavedQuery } from './state.ts';

/** The query of the options; missing ones come from an earlier run, then from the profile. */
export function exportQueryOf(
  values: Values,
  context: Context,
  connection: Pick<Connection, 'timeZone'>,
  saved?: SavedQuery,
): { query: ExportQuery; calendar: Calendar } {
  const { words, contract } = context;
  const unit = parameterOf(contract, 'unit');
  const calendar = calendarOf(
    textOf(values, 'time-zone') ?? saved?.time_zone ?? connection.timeZone ?? 'UTC',
    words,
  );
  const period = periodOf(periodOptionsOf(values, saved), calendar, context.now(), words);
  const idsOf = (option: string, parameter: string) =>
    listOf(values, option).map((id) =>
      String(parameterValue(parameterOf(contract, parameter), id, `--${option}`, context)),
    );
  const [apps, segments] = [idsOf('app', 'app_id'), idsOf('segment', 'segment_id')];
  return {
    calendar,
    query: accepted({
      ...period,
      // The type is generated from the units in the contract.
      unit: parameterValue(
        unit,
        textOf(values, 'unit') ?? saved?.unit ?? String(unit.schema.default),
        '--unit',
        context,
      ) as Unit,
      timeZone: calendar.timeZone,
      series: apps.length + segments.length === 0 && saved ? saved.series : combine(apps, segments),
    }),
  };

  function accepted(query: ExportQuery): ExportQuery {
    try {
      countRequests(query);
      return query;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new CommandError('usage', words.period.refused(error.message));
    }
  }
}

function periodOptionsOf(values: Values, saved: SavedQuery | undefined): PeriodOptions {
  const [from, to, last] = [textOf(values, 'from'), textOf(values, 'to'), textOf(values, 'last')];
  return {
    from: from ?? (last === undefined ? saved?.from : undefined),
    // Appending ends now; resuming ends at the original end.
    to: to ?? (values['resume'] === true && saved && !saved.until_now ? saved.to : undefined),
    last,
  };
}

/** The instance of an earlier run, except a mock, whose address changes. */
export function instanceOf(saved: SavedQuery | undefined): string | undefined {
  return saved?.instance === 'mock' ? undefined : saved?.instance;
}
