import { m } from '../generated/messages/messages.js';
import { presetLabel } from '../i18n/names.ts';
import type { Plan } from '../series/plan.ts';
import { daysOf, isPreset, presets } from '../series/presets.ts';
import type { Problems } from '../series/problems.ts';
import { isoDay } from '../time/calendar.ts';
import { clockOf } from '../time/clock.ts';
import { isoDateTime } from '../time/written-time.ts';
import { type Changes, change } from '../view/address.ts';
import { own } from '../view/names.ts';
import { type Period, type View, wire } from '../view/view.ts';
import { Choice } from './choice.tsx';
import { DateTimeField } from './date-time-field.tsx';
import { EndingAtField } from './ending-at-field.tsx';
import { errorId, Field } from './field.tsx';
import { LengthField } from './length-field.tsx';

interface PeriodFieldProps {
  view: View;
  /** The plan of the view; undefined while it is invalid. */
  plan: Plan | undefined;
  errors: (field: keyof Problems) => string | undefined;
  docs: string | undefined;
}

/** All names in the URL that determine the period, and those that depend on it. */
const blank: Changes = {
  [own.period]: undefined,
  [own.from]: undefined,
  [own.to]: undefined,
  [wire.length]: undefined,
  [wire.endingAt]: undefined,
  [own.zoom]: undefined,
  [own.page]: undefined,
};

/** The period: a preset, two dates, or the parameters of one call. */
export function PeriodField({ view, plan, errors, docs }: PeriodFieldProps) {
  const { period } = view;
  const options = [
    ...presets.map((preset) => ({ value: preset as string, label: presetLabel[preset]() })),
    { value: 'range', label: m.period_range() },
    { value: 'length', label: m.period_length() },
  ];
  const choose = (value: string) => {
    if (isPreset(value)) change({ ...blank, [own.period]: value });
    else if (value === 'range') change({ ...blank, ...datesOf(plan) });
    else {
      // One call counts hours or days.
      const by = view.by === 'hour' ? undefined : { [own.by]: undefined };
      change({ ...blank, ...by, [wire.length]: period.kind === 'length' ? period.length : '28' });
    }
  };
  return (
    <>
      <Field label={m.field_period()} id={own.period} error={undefined}>
        <Choice
          name={own.period}
          options={options}
          value={period.kind === 'preset' ? period.preset : period.kind}
          onChoose={choose}
        />
      </Field>
      {period.kind === 'range' && <Dates period={period} errors={errors} />}
      {period.kind === 'length' && (
        <>
          <LengthField
            value={period.length}
            unit={view.by}
            error={errors('length')}
            docs={docs}
            onRange={(units) => change({ ...blank, ...rangeOf(units, view.by, period.endingAt) })}
          />
          <EndingAtField
            value={period.endingAt}
            length={period.length}
            error={errors('endingAt')}
            docs={docs}
          />
        </>
      )}
    </>
  );
}

function Dates({
  period,
  errors,
}: {
  period: Extract<Period, { kind: 'range' }>;
  errors: PeriodFieldProps['errors'];
}) {
  const write = (name: 'from' | 'to') => (text: string, time: { wall: number } | undefined) =>
    change(
      {
        [own[name]]: time ? isoDateTime(time.wall).slice(0, 10) : text,
        [own.zoom]: undefined,
        [own.page]: undefined,
      },
      { typing: name },
    );
  return (
    <div className="dates">
      {(['from', 'to'] as const).map((name) => (
        <Field
          key={name}
          label={name === 'from' ? m.field_from() : m.field_to()}
          control={`date-${name}`}
          id={name}
          error={errors(name)}
        >
          <DateTimeField
            id={`date-${name}`}
            value={period[name]}
            precision="date"
            aria-invalid={errors(name) !== undefined}
            aria-describedby={errorId(name)}
            onWrite={write(name)}
          />
        </Field>
      ))}
    </div>
  );
}

/** The days of the current view as two dates. */
function datesOf(plan: Plan | undefined): Changes {
  if (!plan) {
    const { first, last } = daysOf('28d', Math.floor(Date.now() / 86_400_000));
    return { [own.from]: isoDay(first), [own.to]: isoDay(last) };
  }
  const clock = clockOf(plan.zone);
  return { [own.from]: isoDay(clock.dayOf(plan.from)), [own.to]: isoDay(clock.dayOf(plan.to - 1)) };
}

/** A number of days, or the days of a number of hours, up to an instant. */
function rangeOf(units: number, by: string, endingAt: string | undefined): Changes {
  const end = Date.parse(`${(endingAt ?? new Date().toISOString()).slice(0, 10)}T00:00:00Z`) / 86_400_000;
  const days = by === 'hour' ? Math.ceil(units / 24) : units;
  return { [own.from]: isoDay(end - days + 1), [own.to]: isoDay(end) };
}
