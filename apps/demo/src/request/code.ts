import type { BackEnd } from '../api/config.ts';
import { maximumLength } from '../contract/parameters.ts';
import { instances, operation, parameters } from '../generated/contract.ts';
import { callsOf, type Line, type Plan } from '../series/plan.ts';
import { isoDay } from '../time/calendar.ts';
import { clockOf, day, hour } from '../time/clock.ts';
import { withOffset } from '../time/written-time.ts';

/** Where code sends its requests: the back end of the page. */
export type Target =
  /** An instance of the contract. */
  | { kind: 'instance'; name: string; url: string }
  /** Any other base URL. */
  | { kind: 'url'; url: string }
  /** The mock inside the page: code starts its own, which answers the same. */
  | { kind: 'simulated'; url: string };

/** The target that answers as the page's back end does. */
export function targetOf(backEnd: BackEnd): Target {
  switch (backEnd.backEnd) {
    case 'browser':
      return { kind: 'simulated', url: instances[0].url };
    case 'mock':
      return { kind: 'url', url: backEnd.url };
    case 'real': {
      const known = instances.find(({ name }) => name === backEnd.instance);
      return known ? { kind: 'instance', ...known } : { kind: 'url', url: `https://${backEnd.instance}` };
    }
  }
}

/** The query of one call, in the order of the contract: that of the view, or the last one of a longer period. */
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

/** Whether the cURL command only covers the end of the period. */
export const isLastCall = (plan: Plan): boolean => callsOf(plan) > 1;

/** The same request for a shell. */
export function curlOf(plan: Plan, line: Line, target: Target): string {
  const data = queryOf(plan, line).map(
    ([name, value]) => `  --data-urlencode ${quoted(`${name}=${value}`)} \\\n`,
  );
  return `curl --get ${quoted(target.url + operation.path)} \\\n${data.join('')}  --header "Authorization: Bearer $SESSION_SERIES_API_KEY"`;
}

/** The same for a terminal, with the package `@session-series/cli`: the whole period, or one call for each line. */
export function commandOf(plan: Plan, lines: readonly Line[], target: Target): string {
  const where =
    target.kind === 'simulated'
      ? '--mock'
      : `--instance ${target.kind === 'url' ? quoted(target.url) : target.name}`;
  if (plan.call) {
    const { length, endingAt } = plan.call;
    const end = endingAt === undefined ? [] : [`--ending-at ${endingAt}`];
    return lines
      .map((line) =>
        command('get', [
          where,
          `--length ${length}`,
          `--unit ${plan.unit}`,
          ...end,
          ...identifiersOf([line]),
          '--csv',
        ]),
      )
      .join('');
  }
  const { from, to } = datesOf(plan);
  const period = [`--unit ${plan.unit}`, `--from ${from}`, `--to ${to}`, `--time-zone ${plan.zone}`];
  return command('export', [where, ...period, ...identifiersOf(lines), 'sessions.csv']);
}

const command = (name: string, options: readonly string[]): string =>
  `session-series ${name} \\\n${options.map((option) => `  ${option}`).join(' \\\n')}\n`;

function identifiersOf(lines: readonly Line[]): string[] {
  const apps = new Set(lines.flatMap(({ app_id }) => app_id ?? []));
  const segments = new Set(lines.flatMap(({ segment_id }) => segment_id ?? []));
  return [
    ...[...apps].map((app) => `--app ${quoted(app)}`),
    ...[...segments].map((segment) => `--segment ${quoted(segment)}`),
  ];
}

/** The same in TypeScript, with the client. */
export function typescriptOf(plan: Plan, line: Line, target: Target): string {
  const head = `import { createClient } from '@session-series/client';
${target.kind === 'simulated' ? "import { createMockFetch } from '@session-series/mock/browser';\n" : ''}
const client = createClient({
${optionsOf(target)
  .map((option) => `  ${option},\n`)
  .join('')}});
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

function optionsOf(target: Target): string[] {
  const key = "apiKey: process.env.SESSION_SERIES_API_KEY ?? ''";
  switch (target.kind) {
    case 'instance':
      return [`instance: '${target.name}'`, key];
    case 'url':
      return [`baseUrl: '${target.url}'`, key];
    case 'simulated':
      return [`baseUrl: '${target.url}'`, "apiKey: 'any-key'", 'fetch: createMockFetch()'];
  }
}

/** Start and end of a plan, as dates if they are whole days. The end is not included. */
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

/** A text quoted for a POSIX shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
