import { parse, stringify } from 'yaml';
import { grown, growthTexts, type Texts } from '../src/grow.ts';

interface Contract {
  paths: Record<string, unknown>;
  webhooks?: Record<string, unknown>;
  tags: unknown[];
  'x-tagGroups'?: unknown;
  components: Record<string, Record<string, unknown>>;
}
interface Overlay {
  actions: { target: string }[];
}

/** A part of the document that is duplicated for each copy; the others are shared. */
const OWN = /^\$\.(paths|webhooks|components)\b/;

/**
 * The contract and its French words, grown by the operations of openapi/growth: by all of them, as often as
 * it takes to have a number of operations. Each copy has its own paths, names and components.
 *
 * @param base the contract with one operation, and its overlay, as YAML
 * @param operations the minimum number of operations
 */
export function grownTo(base: Texts, operations: number): Texts & { readonly operations: number } {
  const addition = growthTexts();
  const each = addition.contract.match(/^ {4}(get|put|post|delete|patch):/gm)?.length ?? 0;
  let texts = base;
  let count = 1;
  for (let copy = 1; count < operations; copy++, count += each)
    texts = grown(texts, copy === 1 ? addition : renamed(addition, copy));
  return { ...texts, operations: count };
}

/** The same operations under different names. */
function renamed({ contract, overlay }: Texts, copy: number): Texts {
  const document: Contract = parse(contract);
  const translated: Overlay = parse(overlay);
  const { securitySchemes: _, ...shared } = document.components;
  const kinds = Object.keys(shared).join('|');
  const named = <T>(node: T): T =>
    JSON.parse(
      JSON.stringify(node)
        .replace(new RegExp(`#/components/(${kinds})/([\\w.-]+)`, 'g'), `#/components/$1/$2_${copy}`)
        .replace(/"operationId":"(\w+)"/g, `"operationId":"$1_${copy}"`),
    );
  const keys = (items: Record<string, unknown> = {}, name: (key: string) => string) =>
    Object.fromEntries(Object.entries(items).map(([key, value]) => [name(key), value]));
  const { 'x-tagGroups': __, ...rest } = named(document);
  const target = (path: string): string =>
    path
      .replace(/^\$\.paths\['\//, `$.paths['/${copy}/`)
      .replace(/^\$\.webhooks\.(\w+)/, `$.webhooks.$1_${copy}`)
      .replace(
        new RegExp(`^\\$\\.components\\.(${kinds})(?:\\.([\\w-]+)|\\['([^']+)'\\])`),
        (_all, kind, plain, quoted) =>
          plain === undefined
            ? `$.components.${kind}['${quoted}_${copy}']`
            : `$.components.${kind}.${plain}_${copy}`,
      );
  return {
    contract: stringify({
      ...rest,
      tags: [],
      paths: keys(rest.paths, (path) => `/${copy}${path}`),
      webhooks: keys(rest.webhooks, (name) => `${name}_${copy}`),
      components: Object.fromEntries(
        Object.keys(shared).map((kind) => [kind, keys(rest.components[kind], (name) => `${name}_${copy}`)]),
      ),
    }),
    overlay: stringify({
      ...translated,
      actions: translated.actions
        .filter(
          (action) => OWN.test(action.target) && !action.target.startsWith('$.components.securitySchemes'),
        )
        .map((action) => ({ ...action, target: target(action.target) })),
    }),
  };
}
