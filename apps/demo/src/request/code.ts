import { secondsOf } from '../contract/parameters.ts';
import { instances, operation, parameters } from '../generated/contract.ts';
import type { Line, Plan } from '../series/plan.ts';
import { instantOf, zoneOf } from '../series/wall-time.ts';

/** Query of one call, in the contract's order. */
function queryOf(plan: Plan, line: Line): [string, string][] {
  const length = Math.min(plan.count, parameters.length.schema.maximum);
  const values: [string, string | undefined][] = [
    [parameters.length.name, String(length)],
    [parameters.unit.name, plan.unit],
    [parameters.ending_at.name, plan.endingAt],
    [parameters.app_id.name, line.app_id],
    [parameters.segment_id.name, line.segment_id],
  ];
  return values.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}

/** The same request for a shell. @param base where to send it; by default an instance of the contract. */
export function curlOf(plan: Plan, line: Line, base: string): string {
  const data = queryOf(plan, line).map(
    ([name, value]) => `  --data-urlencode ${quoted(`${name}=${value}`)} \\\n`,
  );
  return `curl --get ${quoted(base + operation.path)} \\\n${data.join('')}  --header "Authorization: Bearer $SESSION_SERIES_API_KEY"`;
}

/** The same request in TypeScript, with the client. */
export function typescriptOf(plan: Plan, line: Line, base: string | undefined): string {
  const where = base === undefined ? `instance: '${instances[0].name}'` : `baseUrl: '${base}'`;
  const head = `import { createClient } from '@session-series/client';

const client = createClient({ ${where}, apiKey: process.env.SESSION_SERIES_API_KEY ?? '' });
`;
  const identifiers = Object.entries(line).map(([name, value]) => `  ${name}: ${JSON.stringify(value)},\n`);
  if (!plan.isRange) {
    const query = queryOf(plan, line)
      .map(
        ([name, value]) => `  ${name}: ${name === parameters.length.name ? value : JSON.stringify(value)},\n`,
      )
      .join('');
    return `${head}const series = await client.${operation.operationId}({\n${query}});\n`;
  }
  const { first, last, offset, unit } = plan;
  return `import { collectRange } from '@session-series/client/range';
${head}
const points = await collectRange(client, {
  from: '${instantOf(first, offset).toISOString()}',
  to: '${instantOf(last + secondsOf[unit], offset).toISOString()}',
  timeZone: '${zoneOf(offset)}',
  unit: '${unit}',
${identifiers.join('')}});
`;
}

/** A text that a POSIX shell takes as it is. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
