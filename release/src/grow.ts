import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse, parseDocument, stringify } from 'yaml';
import { commit, linkedCopy, run, type Scratch } from './scratch.ts';
import { root } from './workspace.ts';

/** The files to edit for a new operation. */
export const CONTRACT = 'openapi/openapi.yaml';
const OVERLAY = 'openapi/l10n/fr.overlay.yaml';
const HANDLERS = 'packages/mock/src/handlers';

type Node = Record<string, unknown>;
interface Contract {
  tags: Node[];
  'x-tagGroups'?: Node[];
  security: unknown[];
  paths: Record<string, Node>;
  webhooks?: Node;
  components: Record<string, Node>;
}
interface Overlay {
  actions: { target: string; update?: Node; 'x-l10n-source'?: Node }[];
}

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** A contract and its translation. */
export interface Texts {
  readonly contract: string;
  readonly overlay: string;
}

/** The contract with all shapes, and its French overlay. */
export const growthTexts = (): Texts => ({
  contract: readFileSync(join(root, 'openapi/growth/growth.openapi.yaml'), 'utf8'),
  overlay: readFileSync(join(root, 'openapi/growth/growth.fr.overlay.yaml'), 'utf8'),
});

/**
 * Adds the operations of a contract and its translation to another. Title, servers and version are kept; operations
 * that inherit the security of their document get it explicitly.
 * @throws Error when both have a path or a component of the same name
 */
export function grown(base: Texts, addition: Texts): Texts {
  const document = parseDocument(base.contract);
  const added: Contract = parse(addition.contract);
  const merge = (place: readonly string[], items: Node = {}): void => {
    for (const [name, value] of Object.entries(items)) {
      if (document.hasIn([...place, name]))
        throw new Error(`Both contracts have ${[...place, name].join(' ')}.`);
      document.setIn([...place, name], document.createNode(value));
    }
  };
  for (const item of Object.values(added.paths))
    for (const method of METHODS.filter((name) => name in item))
      item[method] = { security: added.security, ...(item[method] as Node) }; // an operation is an object
  merge(['paths'], added.paths);
  merge(['webhooks'], added.webhooks);
  for (const [kind, items] of Object.entries(added.components)) merge(['components', kind], items);
  for (const tag of added.tags) document.addIn(['tags'], document.createNode(tag));
  const translated: Overlay = parse(addition.overlay);
  // With tag groups, every tag must be in one. Overlays address groups by position, so the existing ones come first.
  const groups = added['x-tagGroups'];
  if (groups !== undefined) {
    const { tags }: Contract = parse(base.contract);
    const name = String(tags[0]?.['x-displayName']);
    document.set(
      'x-tagGroups',
      document.createNode([...groups, { name, tags: tags.map((tag) => tag['name']) }]),
    );
    translated.actions.push({
      target: `$['x-tagGroups'][${groups.length}]`,
      update: { name },
      'x-l10n-source': { name },
    });
  }
  const overlay: Overlay = parse(base.overlay);
  const own = /^\$\.(info|servers|externalDocs)\b/;
  overlay.actions.push(...translated.actions.filter(({ target }) => !own.test(target)));
  return {
    contract: document.toString({ lineWidth: 0 }),
    overlay: stringify(overlay, { lineWidth: 0, aliasDuplicateObjects: false }),
  };
}

/** Adds operations to a copy of the repository by editing only the contract, the French texts and handlers. */
function growRepository(folder: string, addition: Texts, handlers: readonly string[] = []): void {
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const texts = grown({ contract: read(CONTRACT), overlay: read(OVERLAY) }, addition);
  writeFileSync(join(folder, CONTRACT), texts.contract);
  writeFileSync(join(folder, OVERLAY), texts.overlay);
  for (const file of handlers) copyFileSync(file, join(folder, HANDLERS, basename(file)));
}

/** A copy of the repository with all shapes of openapi/growth added, not yet built. The branch `before` is unchanged. */
export function grownCopy(): Scratch {
  const scratch = linkedCopy();
  run('git', ['branch', 'before'], { cwd: scratch.folder });
  growRepository(scratch.folder, growthTexts(), [join(root, 'release/growth/deleteBerth.ts')]);
  commit(scratch.folder, 'Grow');
  return scratch;
}
