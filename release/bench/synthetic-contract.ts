import { parse, stringify } from 'yaml';

interface Contract {
  paths: Record<string, { get: { operationId: string; summary: string } }>;
  components: { schemas: Record<string, unknown> };
}
interface Action {
  target: string;
  update: Record<string, string>;
  'x-l10n-source': Record<string, string>;
}
interface Overlay {
  actions: Action[];
}

const PATH = '/sessions/data_series';
const OPERATION = 'getSessionsDataSeries';
const SCHEMA = /\bSessions(DataSeries|Point)\b/g;

/**
 * The contract and its French words, grown to a number of operations: the first is the real one, the others are like it
 * in all but path, names and title, each with texts and schemas of its own. Both are given and returned as YAML.
 */
export function grown(
  contractText: string,
  overlayText: string,
  operations: number,
): { contract: string; overlay: string } {
  const contract: Contract = parse(contractText);
  const overlay: Overlay = parse(overlayText);
  const item = contract.paths[PATH];
  if (item === undefined)
    throw new Error(`The contract no longer has ${PATH}; adapt bench/synthetic-contract.ts.`);
  const schemas = Object.entries(contract.components.schemas).filter(([name]) => name.match(SCHEMA));
  const actions = overlay.actions.filter(({ target }) => target.includes(PATH) || target.match(SCHEMA));
  for (let number = 2; number <= operations; number++) {
    const copy = <T>(node: T): T => renamed(node, number);
    const twin = copy(item);
    twin.get.summary += ` ${number}`;
    contract.paths[`/sessions/${number}/data_series`] = twin;
    for (const [name, schema] of schemas) contract.components.schemas[copy(name)] = copy(schema);
    for (const action of actions) {
      const own = copy(action);
      const isTitle = own.target.endsWith('.get');
      for (const texts of isTitle ? [own.update, own['x-l10n-source']] : []) texts['summary'] += ` ${number}`;
      overlay.actions.push(own);
    }
  }
  const layout = { lineWidth: 0, aliasDuplicateObjects: false };
  return { contract: stringify(contract, layout), overlay: stringify(overlay, layout) };
}

/** A copy in which names and references are those of another operation; texts keep speaking of the first. */
function renamed<T>(node: T, number: number): T {
  const text = JSON.stringify(node)
    .replaceAll(OPERATION, `getSessions${number}DataSeries`)
    .replaceAll(`['${PATH}']`, `['/sessions/${number}/data_series']`)
    .replace(SCHEMA, `Sessions${number}$1`);
  return JSON.parse(text);
}
