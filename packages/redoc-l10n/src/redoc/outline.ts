import type { JsonObject } from 'openapi-l10n';
import { prepareApiDocs } from 'redoc';
import { asList, asObject, asText } from '../json.ts';

/**
 * Redoc's outline of a description: the headings, groups and operations of its page, their order and their addresses. This
 * is the only file that uses Redoc, and only through the documented, typed result of `prepareApiDocs`. `test/redoc.test.ts` says what to do when a new version changes it.
 */
export interface Outline {
  /** The headings of the description's prose, in order, with Redoc's addresses. */
  sections: readonly Anchor[];
  /** Tags with their operations, in order. */
  groups: readonly OutlineGroup[];
}

export interface Anchor {
  /** Without a leading slash, such as `section/rate-limit`. */
  id: string;
  title: string;
}

export interface OutlineGroup {
  id: string;
  /** The name of the tag; `undefined` for operations without one, and for webhooks without one. */
  tag: string | undefined;
  /** Which of the description's tag groups it is in, from 0. */
  tagGroup: number | undefined;
  operations: readonly OutlineOperation[];
}

export interface OutlineOperation {
  id: string;
  /** A JSON pointer to the operation: `/paths/~1pets/get`. */
  pointer: string;
  webhook: boolean;
}

type Item = Awaited<ReturnType<typeof prepareApiDocs>>['items'][number];

/** Reads the outline of one description. */
export async function readOutline(document: JsonObject): Promise<Outline> {
  const { items } = await prepareApiDocs({
    spec: structuredClone(document),
    basePath: '/',
    options: { skipBundle: true, disableTelemetry: true },
  });
  const tagNamed = tagNames(document);
  const tagGroups = asList(document['x-tagGroups']).map((group) => asText(asObject(group).name));
  const sections: Anchor[] = [];
  const groups: OutlineGroup[] = [];
  const untagged: OutlineOperation[] = [];
  let tagGroup: number | undefined;
  const walk = (list: readonly Item[]) => {
    for (const item of list) {
      const { type, link = '' } = item;
      const label = item.label ?? '';
      const children = (item.items ?? []) as readonly unknown[] as readonly Item[]; // Redoc's items are nested.
      if (type === 'separator') tagGroup = tagGroups.indexOf(label);
      else if (link.startsWith('/section/')) {
        sections.push({ id: addressOf(link), title: label });
        walk(children);
      } else if (type === 'group') {
        const operations = children.flatMap((child) => operationOf(child) ?? []);
        if (operations.length > 0)
          groups.push({ id: addressOf(link), tag: tagNamed.get(label) ?? label, tagGroup, operations });
        walk(children.filter((child) => child.type === 'group'));
      } else {
        const operation = operationOf(item);
        if (operation) untagged.push(operation);
      }
    }
  };
  walk(items);
  const shown = [...groups.flatMap(({ operations }) => operations), ...untagged];
  untagged.push(...leftOut(document, new Set(shown.map(({ pointer }) => pointer))));
  return { sections, groups: [...groups, ...groupsWithoutTag(untagged)] };
}

/**
 * A key that is equal for descriptions with the same outline. It omits everything that the outline does not
 * depend on: nested parts of operations, and summaries of operations with an `operationId`.
 */
export function outlineKey(document: JsonObject): string {
  const { openapi, info, tags, paths, webhooks, components, 'x-tagGroups': tagGroups } = document;
  const items = (node: unknown) =>
    Object.entries(asObject(node)).map(([path, item]) => [path, shortMembers(asObject(item), 2)]);
  const { title, description } = asObject(info);
  return JSON.stringify([
    ...[openapi, title, description, tags, tagGroups],
    ...[items(paths), items(webhooks), items(asObject(components).pathItems)],
  ]);
}

/** The members of an operation, or of the operations of a path, that are strings, numbers or lists of strings. */
function shortMembers(node: JsonObject, depth: number): [string, unknown][] {
  return Object.entries(node).flatMap(([key, value]): [string, unknown][] => {
    if (key === 'description' || (key === 'summary' && node.operationId !== undefined)) return [];
    const texts = Array.isArray(value) ? value.filter((one) => typeof one !== 'object') : [];
    if (Array.isArray(value)) return texts.length > 0 ? [[key, texts]] : [];
    if (typeof value !== 'object' || value === null) return [[key, value]];
    return depth > 1 ? [[key, shortMembers(asObject(value), depth - 1)]] : [];
  });
}

/** With more operations than this that have no tag, they are grouped by their paths. */
const MANY = 20;

/**
 * Operations without a tag: one group, or one for each value of the first part of their paths that differs.
 */
function groupsWithoutTag(operations: readonly OutlineOperation[]): OutlineGroup[] {
  const parts = operations.map(({ pointer }) => (pointer.split('/')[2] ?? '').split('~1').filter(Boolean));
  const shared = parts[0]?.findIndex((part, i) => parts.some((one) => one[i] !== part)) ?? -1;
  const names = parts.map((list) => list[shared]);
  if (operations.length <= MANY || shared < 0 || names.some((name) => name?.startsWith('{')))
    return operations.length === 0
      ? []
      : [{ id: 'operations', tag: undefined, tagGroup: undefined, operations }];
  return [...new Set(names)].map((name = '') => ({
    id: `operations/${name.replace(/[^\w-]+/g, '-')}`,
    tag: name,
    tagGroup: undefined,
    operations: operations.filter((_, i) => (names[i] ?? '') === name),
  }));
}

/** The names of tags by the labels that Redoc shows for them. */
const tagNames = (document: JsonObject): Map<string, string> =>
  new Map(
    asList(document.tags).map((node) => {
      const tag = asObject(node);
      const name = String(tag.name);
      return [asText(tag['x-displayName']) ?? asText(tag.summary) ?? name, name];
    }),
  );

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];

/** Operations that Redoc leaves out: with tag groups, those whose tag is in none of them. */
function leftOut(document: JsonObject, shown: ReadonlySet<string>): OutlineOperation[] {
  return (['paths', 'webhooks'] as const).flatMap((kind) =>
    Object.entries(asObject(document[kind])).flatMap(([path, item]) =>
      Object.keys(asObject(item))
        .filter((method) => methods.includes(method))
        .map((method) => `/${kind}/${path.replaceAll('~', '~0').replaceAll('/', '~1')}/${method}`)
        .filter((pointer) => !shown.has(pointer))
        .map((pointer) => ({ id: addressOf(pointer), pointer, webhook: kind === 'webhooks' })),
    ),
  );
}

function operationOf({ content, link = '' }: Item): OutlineOperation | undefined {
  const { pointer, isWebhook = false } = content?.meta ?? {};
  if (content?.itemVariant !== 'httpItem' || !pointer) return undefined;
  // Redoc's pointers start with /paths for webhooks too.
  const own = isWebhook ? pointer.replace(/^\/paths/, '/webhooks') : pointer;
  return { id: addressOf(link), pointer: own, webhook: isWebhook };
}

/** Redoc's address as an anchor, without characters that need escaping. */
const addressOf = (link: string): string =>
  link.replace(/^\//, '').replaceAll('~1', '-').replace(/[{}]/g, '').replace(/\/-/g, '/');
