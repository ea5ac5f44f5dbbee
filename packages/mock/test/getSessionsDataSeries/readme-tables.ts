import { controlRoutes, exitCodes, helpGroups } from 'openapi-mock-engine/command';
import { command } from '../../src/cli/command.ts';
import { knownApps, knownSegments } from '../../src/series/catalogue.ts';
import { differences } from './stock-differences.ts';

/** Directives of the README with their effect; the first column is the syntax. */
const faults = [
  ['`latency=200`, `latency=50..400`', 'waits that many milliseconds, fixed or drawn from a range'],
  ['`status=503`', "answers with this status and the contract's example of it"],
  ['`sequence=500|503|ok`', 'the next requests get these, one each; then requests succeed'],
  [
    '`limit=5`, `limit=5/10s`',
    'allows that many requests per hour, or per the given seconds, then answers 429',
  ],
  ['`reset`', 'breaks the connection'],
  ['`stall`', 'never answers'],
  ['`truncate`', 'sends half of the body, as if it were complete'],
  ['`cut`', 'sends half of the body, then breaks the connection'],
  ['`dribble`', 'sends the body in small pieces, with pauses'],
  ['`garbage`', 'sends bytes that are not HTTP'],
  ['`invalid-json`', 'sends a body that is not JSON'],
  ['`html`', 'sends an error page, like a proxy'],
  ['`…@0.1`', 'does any of these, except `limit` and `sequence`, to one request in ten'],
] as const;

const code = (text: string): string => `\`${text}\``;

/** The tables of the README that are generated from the mock. */
export const tables: { readonly [name: string]: string } = {
  OPTIONS: table(
    ['Option', 'Meaning'],
    helpGroups(command).flatMap(({ options }) => options.map(({ usage, does }) => [code(usage), does])),
  ),
  EXIT: table(
    ['Exit code', 'Reason'],
    exitCodes.map(([status, reason]) => [String(status), reason]),
  ),
  KNOWN: table(
    ['Identifier', 'Name', 'Parameter'],
    [
      ...knownApps.map(({ id, name }) => [code(id), name, '`app_id`']),
      ...knownSegments.map(({ id, name }) => [code(id), name, '`segment_id`']),
    ],
  ),
  FAULTS: table(['Directive', 'What happens'], faults),
  CONTROL: table(
    ['Request', 'What it does'],
    [...controlRoutes].map(([route, { does }]) => [code(route), does]),
  ),
  DIFFERENCES: table(
    ['Request', 'Stock Prism', 'This mock', 'Why'],
    differences.map(({ asked, stock, ours, why }) => [asked, stock.words, ours.words, why]),
  ),
};

/** Every directive that the table shows, to be parsed. */
export const shownDirectives: readonly string[] = faults
  .flatMap(([words]) => [...words.matchAll(/`([^`]+)`/g)].map(([, directive = '']) => directive))
  .map((directive) => directive.replace('…', 'status=503'));

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
