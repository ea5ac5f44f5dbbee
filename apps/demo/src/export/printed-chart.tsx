import { memo } from 'react';
import type { Config } from '../api/config.ts';
import type { Answer } from '../api/use-series.ts';
import type { View } from '../view/view.ts';
import { usePicture } from './use-picture.ts';

interface PrintedChartProps {
  answer: Answer;
  view: View;
  config: Config;
  /** It is hidden on screens. */
  isPrinting: boolean;
}

/** The chart on paper: a picture that fits its width. */
function PrintedChart({ answer, view, config, isPrinting }: PrintedChartProps) {
  // Before it is printed, the page still has the colours of the screen.
  const picture = usePicture(answer, view, config, 'light');
  if (!isPrinting) return null;
  return <img className="printed-chart" alt="" src={`data:image/svg+xml,${encodeURIComponent(picture())}`} />;
}

export default memo(PrintedChart);
