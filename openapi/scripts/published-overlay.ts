import { type Document, isMap, isSeq, parseDocument } from 'yaml';
import type { ContractDocument } from './code-samples.ts';

const PARAMETER = /^\$\.components\.parameters(?:\.([\w-]+)|\['([^']+)'\])/;

/**
 * Prepares an overlay of `openapi.yaml` for the published bundle, in which operations contain their parameters: each action on
 * a shared parameter gets a copy for every operation that uses it.
 *
 * @param text the overlay that people edit; comments are kept.
 * @param contract the bundle that still refers to its parameters.
 * @param base the file of the published bundle, relative to the overlay.
 */
export function publishedOverlay(text: string, contract: ContractDocument, base: string): string {
  const overlay = parseDocument(text);
  overlay.set('extends', base);
  const actions = overlay.get('actions');
  if (!isSeq(actions)) return String(overlay);
  for (const action of [...actions.items]) {
    const target = isMap(action) ? action.get('target') : undefined;
    const [shared, bare, quoted] = PARAMETER.exec(String(target)) ?? [];
    if (shared === undefined || !isMap(action)) continue;
    for (const place of usesOf(contract, bare ?? quoted ?? '')) {
      const copy = action.clone() as typeof action; // a clone has the type of its original
      copy.set(
        'target',
        String(target).replace(shared, () => place),
      );
      delete copy.commentBefore;
      actions.add(copy);
    }
  }
  overlay.commentBefore = `${notice(overlay)} Generated for ${base}. Do not edit: the next build overwrites it.`;
  return overlay.toString({ lineWidth: 0 });
}

const notice = ({ commentBefore }: Document) => (commentBefore ? `${commentBefore}\n` : '');

/** JSONPaths of the parameter lists, each with the filter for one parameter, that use a shared parameter. */
function usesOf(contract: ContractDocument, key: string): string[] {
  const { parameters = {} } = contract['components'] as {
    parameters?: Record<string, { name: string; in: string }>; // validated by the bundler
  };
  const parameter = parameters[key];
  if (!parameter) return [];
  const filter = `[?@.name==${quote(parameter.name)} && @.in==${quote(parameter.in)}]`;
  return Object.entries(contract.paths).flatMap(([path, item]) =>
    Object.entries({ '': item, ...item })
      .filter(([, holder]) => refersTo(holder, key))
      .map(([method]) => `$.paths[${quote(path)}]${method && `.${method}`}.parameters${filter}`),
  );
}

function refersTo(holder: object, key: string): boolean {
  const { parameters } = holder as { parameters?: { $ref?: string }[] }; // a path item or an operation, or another member of one
  return (
    Array.isArray(parameters) && parameters.some(({ $ref }) => $ref === `#/components/parameters/${key}`)
  );
}

const quote = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`;
