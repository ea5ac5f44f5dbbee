import type { Config } from '../api/config.ts';
import { useCatalogue } from '../api/use-catalogue.ts';
import type { Answer } from '../api/use-series.ts';
import { coloursOf } from '../chart/colours.ts';
import { drawnOf } from '../chart/drawn.ts';
import { m } from '../generated/messages/messages.js';
import { backEndText } from '../i18n/back-end.ts';
import { useLocale } from '../i18n/context.ts';
import {
  bandText,
  beforeLabel,
  granularityLabel,
  lineLabel,
  shapeLabel,
  unfinishedNote,
  unusualText,
} from '../i18n/names.ts';
import { zoneName } from '../time/clock.ts';
import type { View } from '../view/view.ts';
import { pictureOf } from './picture.ts';

/** Columns of a picture. */
const maxColumns = 1000;

/** Makes a function that draws the current chart as an SVG. @param scheme colours other than those on the screen */
export function usePicture(
  { aligned, plan }: Answer,
  view: View,
  { backEnd }: Config,
  scheme?: 'light',
): () => string {
  const { format } = useLocale();
  const catalogue = useCatalogue();
  return () => {
    const drawn = drawnOf(aligned, { ...view, by: plan.by, maxColumns });
    const [first] = drawn.lines;
    const { by, zone } = plan;
    const unfinished = unfinishedNote(by, drawn, { first: 0, end: drawn.starts.length });
    return pictureOf(
      drawn,
      {
        title: `${m.sessions()} – ${format.period(drawn.starts[0] ?? 0, drawn.ends.at(-1) ?? 1, by, zone)}`,
        subtitle: [
          plan.lines.map((line) => lineLabel(line, catalogue)).join(', '),
          granularityLabel[by](),
          ...(view.shape === 'cumulative' || drawn.isStacked ? [shapeLabel[view.shape]()] : []),
          zoneName(zone, plan),
        ].join(' · '),
        lines: drawn.lines.map(({ line }) => lineLabel(line, catalogue)),
        before: first?.before && beforeLabel(view.compare),
        average: first?.average && m.average_7d(),
        notes: [
          ...(unfinished === undefined ? [] : [unfinished]),
          ...(drawn.size > 1 ? [bandText(by, drawn.size, format)] : []),
          ...(drawn.lines.some(({ unusual }) => unusual.length > 0) ? [unusualText(by, format)] : []),
        ],
        source: `${backEndText(backEnd)} · ${m.independent()}`,
        tick: format.tick,
        axis: (at, step) => format.axis(at, step, zone),
      },
      coloursOf(document.body, scheme),
    );
  };
}
