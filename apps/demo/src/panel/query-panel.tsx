import type { ReactNode } from 'react';
import { type ParameterName, parameterNames } from '../contract/parameters.ts';
import { m } from '../generated/messages/messages.js';
import { useTongue } from '../i18n/context.ts';
import { problemText } from '../i18n/names.ts';
import type { Field, ViewProblem } from '../series/plan.ts';
import { change } from '../view/address.ts';
import { own, type View, wire } from '../view/view.ts';
import { EndingAtField } from './ending-at-field.tsx';
import { LengthField } from './length-field.tsx';
import { ListField } from './list-field.tsx';
import { UnitField } from './unit-field.tsx';

/** On a phone the answer comes first and the question is folded. */
const isWide = window.matchMedia('(min-width: 821px)').matches;

interface QueryPanelProps {
  view: View;
  problems: Partial<Record<Field, ViewProblem>>;
  /** Wall time of the last unit, to propose a range. */
  last: number;
}

/** The question, one field for each parameter of the contract, in its order. */
export function QueryPanel({ view, problems, last }: QueryPanelProps) {
  const { format } = useTongue();
  const error = (field: Field, value: string) =>
    problems[field] && problemText(problems[field], value, format);
  const lengthError = error('length', view.length) ?? error('from', view.from ?? '');
  const controls: Record<ParameterName, ReactNode> = {
    length: <LengthField view={view} last={last} error={lengthError} />,
    unit: <UnitField value={view.unit} error={error('unit', view.unit)} />,
    ending_at: <EndingAtField value={view.endingAt} error={error('endingAt', view.endingAt ?? '')} />,
    app_id: (
      <ListField
        parameter={wire.app}
        values={view.apps}
        error={error('apps', '')}
        all={m.all_apps()}
        add={m.add_app()}
      />
    ),
    segment_id: (
      <ListField
        parameter={wire.segment}
        values={view.segments}
        error={error('segments', '')}
        all={m.all_users()}
        add={m.add_segment()}
      />
    ),
  };
  return (
    <form className="panel" aria-label={m.query()} onSubmit={(event) => event.preventDefault()}>
      <details className="fold" open={isWide}>
        <summary>{m.query()}</summary>
        <div className="fields">
          {parameterNames.map((name) => (
            <div key={name}>{controls[name]}</div>
          ))}
          <label className="switch">
            <input
              type="checkbox"
              checked={view.compare}
              onChange={(event) => change({ [own.compare]: event.target.checked ? undefined : '0' })}
            />
            {m.compare()}
          </label>
        </div>
      </details>
    </form>
  );
}
