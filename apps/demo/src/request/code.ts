import { maximumLength } from '../contract/parameters.ts';
import { instances, operation, parameters } from '../generated/contract.ts';
import { callsOf, type Line, type Plan } from '../series/plan.ts';
import { isoDay } from '../time/calendar.ts';
import { clockOf, day, hour } from '../time/clock.ts';
import { withOffset } from '../time/written-time.ts';

/** Query of one call, in the contract's order: the view's own, or the last one of a longer period. */
function queryOf(plan: Plan, line: Line): [string, string][] {
  const { unit, from, to, zone, call } = plan;
  const units = Math.round((to - from) / (unit === 'hour' ? hour : day));
  const last = to - 1;
  const endingAt = call ? call.endingAt : withOffset(last, clockOf(zone).wallOf(last) - last);
  const values: [string, string | undefined][] = [
    [parameters.length.name, String(call ? call.length : Math.min(units, maximumLength))],
    [parameters.unit.name, unit],
    [parameters.ending_at.name, endingAt],
    [parameters.app_id.name, line.app_id],
    [parameters.segment_id.name, line.segment_id],
  ];
  return values.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}

/** True when cURL shows the end of the period only. */
export const isLastCall = (plan: Plan): boolean => callsOf(plan) > 1;

/** The same request for a shell. @param base where to send it; by default an instance of the contract. */
export function curlOf(plan: Plan, line: Line, base: string): string {
  const data = queryOf(plan, line).map(
    ([name, value]) => `  --data-urlencode ${quoted(`${name}=${value}`)} \\\n`,
  );
  return `curl --get ${quoted(base + operation.path)} \\\n${data.join('')}  --header "Authorization: Bearer $SESSION_SERIES_API_KEY"`;
}

/** The whole period for a terminal, with the package `@session-series/cli`. */
export function commandOf(plan: Plan, lines: readonly Line[], base: string | undefined): string {
  const { from, to } = datesOf(plan);
  const apps = new Set(lines.flatMap(({ app_id }) => app_id ?? []));
  const segments = new Set(lines.flatMap(({ segment_id }) => segment_id ?? []));
  const options = [
    ...(base === undefined ? [] : [`--instance ${quoted(base)}`]),
    `--unit ${plan.unit}`,
    `--from ${from}`,
    `--to ${to}`,
    `--time-zone ${plan.zone}`,
    ...[...apps].map((app) => `--app ${quoted(app)}`),
    ...[...segments].map((segment) => `--segment ${quoted(segment)}`),
    'sessions.csv',
  ];
  return `session-series export \\\n${options.map((option) => `  ${option}`).join(' \\\n')}\n`;
}

/** The same in TypeScript, with the client. */
export function typescriptOf(plan: Plan, line: Line, base: string | undefined): string {
  const where = base === undefined ? `instance: '${instances[0].name}'` : `baseUrl: '${base}'`;
  const head = `import { createClient } from '@session-series/client';

const client = createClient({ ${where}, apiKey: process.env.SESSION_SERIES_API_KEY ?? '' });
`;
  if (plan.call) {
    const query = queryOf(plan, line)
      .map(
        ([name, value]) => `  ${name}: ${name === parameters.length.name ? value : JSON.stringify(value)},\n`,
      )
      .join('');
    return `${head}const series = await client.${operation.operationId}({\n${query}});\n`;
  }
  const { from, to, unit, zone } = plan;
  const written = (instant: number) => withOffset(instant, clockOf(zone).wallOf(instant) - instant);
  const identifiers = Object.entries(line).map(([name, value]) => `  ${name}: ${JSON.stringify(value)},\n`);
  return `import { collectRange } from '@session-series/client/range';
${head}
const points = await collectRange(client, {
  from: '${written(from)}',
  to: '${written(to)}',
  timeZone: '${zone}',
  unit: '${unit}',
${identifiers.join('')}});
`;
}

/** Start and end of a plan, as days where it has whole ones. The end is not included. */
function datesOf({ from, to, zone }: Plan): { from: string; to: string } {
  const clock = clockOf(zone);
  const written = (instant: number) => {
    const calendarDay = clock.dayOf(instant);
    return clock.startOfDay(calendarDay) === instant
      ? isoDay(calendarDay)
      : withOffset(instant, clock.wallOf(instant) - instant);
  };
  return { from: written(from), to: written(to) };
}

/** A text that a POSIX shell takes as it is. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
