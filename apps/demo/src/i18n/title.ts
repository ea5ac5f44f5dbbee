import { useEffect } from 'react';
import { useCatalogue } from '../api/use-catalogue.ts';
import { m } from '../generated/messages/messages.js';
import type { Plan } from '../series/plan.ts';
import { useLocale } from './context.ts';
import { lineLabel } from './names.ts';

/** Sets the document title to the period, the apps and the segments. */
export function useTitle(plan: Plan | undefined): void {
  const { format } = useLocale();
  const catalogue = useCatalogue();
  useEffect(() => {
    document.title = plan
      ? [
          format.period(plan.from, plan.to, plan.by, plan.zone),
          plan.lines.map((line) => lineLabel(line, catalogue)).join(', '),
          m.title(),
        ].join(' – ')
      : m.title();
  }, [plan, format, catalogue]);
}
