import { memo } from 'react';
import type { BackEnd } from '../api/config.ts';
import { useCatalogue } from '../api/use-catalogue.ts';
import { isUnit } from '../contract/parameters.ts';
import { m } from '../generated/messages/messages.js';
import { useLocale } from '../i18n/context.ts';
import { compareLabel, granularityLabel, parameterLabel, problemText } from '../i18n/names.ts';
import { granularities, type Plan } from '../series/plan.ts';
import type { Problems } from '../series/problems.ts';
import { AfterPaint } from '../shell/after-paint.tsx';
import { change } from '../view/address.ts';
import { own } from '../view/names.ts';
import { comparisons, type View, wire } from '../view/view.ts';
import { Choice } from './choice.tsx';
import { Field } from './field.tsx';
import { ListField } from './list-field.tsx';
import { PeriodField } from './period-field.tsx';
import { ZoneField } from './zone-field.tsx';

/** On phones, the series comes first and the query is collapsed, unless a field is invalid. */
const isWide = window.matchMedia('(min-width: 821px)').matches;

interface QueryPanelProps {
  view: View;
  problems: Problems;
  plan: Plan | undefined;
  /** The reader's own time zone. */
  zone: string;
  backEnd: BackEnd;
  docs: string | undefined;
}

/** The query: unit, period, apps and segments, and comparison. */
export const QueryPanel = memo(function QueryPanel({
  view,
  problems,
  plan,
  zone,
  backEnd,
  docs,
}: QueryPanelProps) {
  const { format } = useLocale();
  const catalogue = useCatalogue();
  const errors = (field: keyof Problems) => {
    const found = problems[field];
    return found && problemText(found.problem, found.value, format);
  };
  const isCall = view.period.kind === 'length';
  const isSimulated = backEnd.backEnd !== 'real';
  const isWrong = Object.keys(problems).length > 0;
  return (
    <form className="panel" aria-label={m.query()} onSubmit={(event) => event.preventDefault()}>
      <details className="fold" open={isWide || isWrong}>
        <summary>{m.query()}</summary>
        {/* After the chart, if the API responds at once. */}
        <AfterPaint frames={6} isNeeded={isWrong}>
          <div className="fields">
            <PeriodField view={view} plan={plan} errors={errors} docs={docs} />
            <Field
              label={isCall ? parameterLabel(wire.unit) : m.field_by()}
              id={wire.unit}
              error={errors('by')}
              parameter={wire.unit}
              docs={docs}
            >
              <Choice
                name={wire.unit}
                options={granularities
                  .filter((by) => !isCall || isUnit(by))
                  .map((by) => ({ value: by, label: granularityLabel[by]() }))}
                value={view.by}
                onChoose={(by) =>
                  change({
                    [wire.unit]: isUnit(by) ? by : undefined,
                    [own.by]: isUnit(by) ? undefined : by,
                    [own.zoom]: undefined,
                    [own.page]: undefined,
                  })
                }
              />
            </Field>
            {!isCall && <ZoneField value={view.zone ?? zone} error={errors('zone')} />}
            <ListField
              parameter={wire.app}
              values={view.apps}
              error={errors('apps')}
              docs={docs}
              known={catalogue?.apps}
              isSimulated={isSimulated}
              all={m.all_apps()}
              add={m.add_app()}
            />
            <ListField
              parameter={wire.segment}
              values={view.segments}
              error={errors('segments')}
              docs={docs}
              known={catalogue?.segments}
              isSimulated={isSimulated}
              all={m.all_users()}
              add={m.add_segment()}
            />
            <Field label={m.compare()} control="compare" id="compare" error={undefined}>
              <select
                id="compare"
                value={view.compare}
                onChange={({ target }) =>
                  change({ [own.compare]: target.value === 'previous' ? undefined : target.value })
                }
              >
                {comparisons.map((one) => (
                  <option key={one} value={one}>
                    {compareLabel[one]()}
                  </option>
                ))}
              </select>
            </Field>
          </div>
        </AfterPaint>
      </details>
    </form>
  );
});
