import { memo, type ReactNode } from 'react';
import { useCatalogue } from '../api/use-catalogue.ts';
import { m } from '../generated/messages/messages.js';
import { useLocale } from '../i18n/context.ts';
import { beforeLabel, lineLabel, unfinishedText } from '../i18n/names.ts';
import type { Aligned } from '../series/aligned.ts';
import type { Plan } from '../series/plan.ts';
import { changeOf } from '../series/statistics.ts';
import { change } from '../view/address.ts';
import { own } from '../view/names.ts';
import type { Compare } from '../view/view.ts';

interface SeriesTableProps {
  aligned: Aligned;
  plan: Plan;
  compare: Compare;
  /** Column that rows are sorted by. */
  column: string;
  descending: boolean;
  /** From 1. */
  page: number;
  /** True in print, where all rows are shown. */
  isWhole: boolean;
}

interface Column {
  id: string;
  label: string;
  value(index: number): number | null;
  text(index: number): ReactNode;
}

const rowsOnPage = 50;

/** Every point as a row, sortable by column: the accessible form of the chart. */
export const SeriesTable = memo(function SeriesTable({
  aligned,
  plan,
  compare,
  column: sortedBy,
  descending: isDescending,
  page: asked,
  isWhole,
}: SeriesTableProps) {
  const columns = useColumns(aligned, plan, compare);
  const { format } = useLocale();
  const sorted = columns.find(({ id }) => id === sortedBy) ?? columns[0];
  const order = aligned.starts.map((_, index) => index);
  if (sorted && sorted.id !== 'time') order.sort((a, b) => (sorted.value(a) ?? -1) - (sorted.value(b) ?? -1));
  if (isDescending) order.reverse();
  const pages = Math.max(1, Math.ceil(order.length / rowsOnPage));
  const page = Math.min(asked, pages);
  const [first, end] = isWhole ? [0, order.length] : [(page - 1) * rowsOnPage, page * rowsOnPage];
  const rows = order.slice(first, end);
  const sortBy = (column: Column) => {
    const descending = column.id === sorted?.id ? !isDescending : column.id !== 'time';
    const isDefault = column.id === 'time' && !descending;
    change({
      [own.sort]: isDefault ? undefined : `${column.id}${descending ? '.desc' : ''}`,
      [own.page]: undefined,
    });
  };
  return (
    <div className="card">
      <h2 id="table-title">{m.table()}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region is reached by keyboard */}
      <section className="scroll" aria-labelledby="table-title" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th
                  key={column.id}
                  scope="col"
                  aria-sort={column.id !== sorted?.id ? 'none' : isDescending ? 'descending' : 'ascending'}
                >
                  <button type="button" onClick={() => sortBy(column)}>
                    {column.label}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((index) => (
              <tr key={aligned.starts[index]}>
                {columns.map((column) => (
                  <td key={column.id}>{column.text(index)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <nav className="pages" aria-label={m.pages()}>
        <span data-rows>
          {m.rows_of({
            first: format.integer(first + 1),
            last: format.integer(first + rows.length),
            total: format.integer(order.length),
          })}
        </span>
        {pages > 1 && (
          <>
            <button
              type="button"
              disabled={page === 1}
              onClick={() => change({ [own.page]: String(page - 1) })}
            >
              {m.page_previous()}
            </button>
            <button
              type="button"
              disabled={page === pages}
              onClick={() => change({ [own.page]: String(page + 1) })}
            >
              {m.page_next()}
            </button>
          </>
        )}
      </nav>
    </div>
  );
});

function useColumns(aligned: Aligned, { by, zone }: Plan, compare: Compare): Column[] {
  const { format } = useLocale();
  const catalogue = useCatalogue();
  const { starts, ends, complete, isCut, lines } = aligned;
  const number = (value: number | null | undefined) => (value == null ? '–' : format.integer(value));
  const time: Column = {
    id: 'time',
    label: m.time(),
    value: (index) => starts[index] ?? 0,
    text: (index) => {
      const start = starts[index] ?? 0;
      const moment = format.shortMoment(start, ends[index] ?? 1, by, zone);
      const note = unfinishedText(aligned, index) ?? (isCut[index] ? m.incomplete() : undefined);
      return (
        <>
          {moment}
          {note && <small> · {note}</small>}
        </>
      );
    },
  };
  const [only, ...others] = lines;
  const values = lines.map(
    ({ line, values }, position): Column => ({
      id: `series-${position + 1}`,
      label: others.length === 0 ? m.sessions() : lineLabel(line, catalogue),
      value: (index) => values[index] ?? null,
      text: (index) => number(values[index]),
    }),
  );
  if (!only?.before || others.length > 0) return [time, ...values];
  const { before } = only;
  // A period in progress is not compared with a complete one.
  const ratio = (index: number) =>
    index < complete ? changeOf(only.values[index] ?? 0, before[index] ?? 0) : undefined;
  return [
    time,
    ...values,
    {
      id: 'before',
      label: beforeLabel(compare),
      value: (index) => before[index] ?? null,
      text: (index) => number(before[index]),
    },
    {
      id: 'change',
      label: m.change(),
      value: (index) => ratio(index) ?? null,
      text: (index) => {
        const found = ratio(index);
        return found === undefined ? '–' : format.change(found);
      },
    },
  ];
}
