import { memo } from 'react';
import type { Unit } from '../contract/parameters.ts';
import { m } from '../generated/messages/messages.js';
import { useTongue } from '../i18n/context.ts';
import { lineLabel } from '../i18n/names.ts';
import type { Aligned } from '../series/aligned.ts';
import { changeOf } from '../series/statistics.ts';
import { change } from '../view/address.ts';
import { own } from '../view/view.ts';

interface SeriesTableProps {
  aligned: Aligned;
  unit: Unit;
  /** Column that rows are sorted by. */
  column: string;
  descending: boolean;
  /** From 1. */
  page: number;
}

interface Column {
  id: string;
  label: string;
  value(index: number): number | null;
  text(index: number): string;
}

const rowsOnPage = 50;

/** Every point as a row, sortable by each column; the form of the chart that needs no eyes. */
export const SeriesTable = memo(function SeriesTable({
  aligned,
  unit,
  column: sortedBy,
  descending: isDescending,
  page: asked,
}: SeriesTableProps) {
  const columns = useColumns(aligned, unit);
  const { format } = useTongue();
  const sorted = columns.find(({ id }) => id === sortedBy) ?? columns[0];
  const order = aligned.times.map((_, index) => index);
  if (sorted && sorted.id !== 'time') order.sort((a, b) => (sorted.value(a) ?? -1) - (sorted.value(b) ?? -1));
  if (isDescending) order.reverse();
  const pages = Math.max(1, Math.ceil(order.length / rowsOnPage));
  const page = Math.min(asked, pages);
  const sortBy = (column: Column) => {
    const descending = column.id === sorted?.id ? !isDescending : column.id !== 'time';
    const plain = column.id === 'time' && !descending;
    change({
      [own.sort]: plain ? undefined : `${column.id}${descending ? '.desc' : ''}`,
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
            {order.slice((page - 1) * rowsOnPage, page * rowsOnPage).map((index) => (
              <tr key={aligned.times[index]}>
                {columns.map((column) => (
                  <td key={column.id}>{column.text(index)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {pages > 1 && (
        <nav className="pages" aria-label={m.pages()}>
          <button
            type="button"
            disabled={page === 1}
            onClick={() => change({ [own.page]: String(page - 1) })}
          >
            {m.page_previous()}
          </button>
          <span>{m.page_of({ page: format.integer(page), pages: format.integer(pages) })}</span>
          <button
            type="button"
            disabled={page === pages}
            onClick={() => change({ [own.page]: String(page + 1) })}
          >
            {m.page_next()}
          </button>
        </nav>
      )}
    </div>
  );
});

function useColumns({ times, complete, lines }: Aligned, unit: Unit): Column[] {
  const { format } = useTongue();
  const number = (value: number | null | undefined) => (value == null ? '–' : format.integer(value));
  const time: Column = {
    id: 'time',
    label: m.time(),
    value: (index) => times[index] ?? 0,
    text: (index) => {
      const moment = format.shortMoment(times[index] ?? 0, unit);
      return index < complete ? moment : `${moment} · ${m.under_way()}`;
    },
  };
  const [only, ...others] = lines;
  const values = lines.map(
    ({ line, values }, position): Column => ({
      id: `series-${position + 1}`,
      label: others.length === 0 ? m.sessions() : lineLabel(line),
      value: (index) => values[index] ?? null,
      text: (index) => number(values[index]),
    }),
  );
  if (!only?.before || others.length > 0) return [time, ...values];
  const { before } = only;
  // What is under way is no match for what has ended.
  const ratio = (index: number) =>
    index < complete ? changeOf(only.values[index] ?? 0, before[index] ?? 0) : undefined;
  return [
    time,
    ...values,
    {
      id: 'before',
      label: m.period_before(),
      value: (i) => before[i] ?? null,
      text: (i) => number(before[i]),
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
