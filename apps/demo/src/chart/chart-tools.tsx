import { m } from '../generated/messages/messages.js';
import { shapeLabel } from '../i18n/names.ts';
import type { Plan } from '../series/plan.ts';
import { change } from '../view/address.ts';
import { own } from '../view/names.ts';
import { type Shape, shapes } from '../view/view.ts';
import { weekOfBuckets } from './drawn.ts';

interface ChartToolsProps {
  shape: Shape;
  average: boolean;
  plan: Plan;
  /** The number of lines: one alone cannot be stacked. */
  lines: number;
}

/** Controls for how the lines are drawn. */
export function ChartTools({ shape, average, plan, lines }: ChartToolsProps) {
  return (
    <div className="chart-tools no-print">
      <select
        aria-label={m.shape()}
        value={shape}
        onChange={({ target }) =>
          change({ [own.shape]: target.value === 'lines' ? undefined : target.value })
        }
      >
        {shapes
          .filter((one) => one !== 'stacked' || lines > 1)
          .map((one) => (
            <option key={one} value={one}>
              {shapeLabel[one]()}
            </option>
          ))}
      </select>
      {weekOfBuckets[plan.by] !== undefined && (
        <label className="switch">
          <input
            type="checkbox"
            checked={average}
            disabled={shape !== 'lines'}
            onChange={({ target }) => change({ [own.average]: target.checked ? '7d' : undefined })}
          />
          {m.average_7d()}
        </label>
      )}
    </div>
  );
}
