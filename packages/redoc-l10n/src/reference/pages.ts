import type { Localized } from '../description/read.ts';
import { Resolver } from '../description/resolver.ts';
import type { Html } from '../html.ts';
import { html } from '../html.ts';
import type { Words } from '../languages.ts';
import { plainText } from '../markdown/render.ts';
import type { MenuEntry, Page } from '../page/page.ts';
import { upFrom } from '../page/page.ts';
import type { ConsoleFrame } from '../page/site.ts';
import type { PageContext } from '../render/context.ts';
import { renderOperation } from '../render/operation.ts';
import { renderBackground, renderIntro, renderOperationList, renderTag } from '../render/overview.ts';
import {
  backgroundMarkdown,
  introMarkdown,
  operationMarkdown,
  tagMarkdown,
} from '../render/reference-markdown.ts';
import { firstSampleId } from '../render/request-panel.ts';
import { renderPutOffSchemas } from '../schema/render.ts';
import { operationEntries, overviewEntries } from '../search/entries.ts';
import { explainer } from './explain.ts';
import type { PlannedPage, ReferencePlan } from './plan.ts';
import type { Operation, Reference, Tag } from './types.ts';

/** The input for the pages of one language. */
export interface ReferenceSource {
  localized: Localized;
  reference: Reference;
  words: Words;
  plan: ReferencePlan;
  console: ConsoleFrame | undefined;
}

/** Renders the pages of the reference one at a time, so that the caller can write each without keeping all in memory. */
export function* referencePages(source: ReferenceSource): Generator<Page> {
  for (const planned of source.plan.pages) yield renderReferencePage(planned, source);
}

/** Renders one page of the reference. */
export function renderReferencePage(planned: PlannedPage, source: ReferenceSource): Page {
  return referencePage(planned, source, {
    language: source.localized.language,
    words: source.words,
    console: source.console,
    reference: source.reference,
    resolver: new Resolver(source.localized.document),
    schemas: new Map(),
    explain: explainer(source.reference.sections),
    link: (href) => linkFrom(planned.path, href, source.plan),
  });
}

/** Rewrites a link for a page: an anchor on another page gets the address of that page. */
export function linkFrom(path: string, href: string, plan: ReferencePlan): string {
  if (!href.startsWith('#')) return href;
  const anchor = decodeURI(href.slice(1));
  const page = plan.pageOf(anchor);
  return page === undefined || page === path ? href : `${upFrom(path) + page || './'}${href}`;
}

function referencePage(planned: PlannedPage, source: ReferenceSource, context: PageContext): Page {
  const { reference, plan, words } = source;
  const { path } = planned;
  const isFirst = path === '';
  const isSplit = plan.pages.length > 1;
  const parts = planned.parts.flatMap(({ group, operations }) => {
    const tag = reference.tags[group];
    return tag ? [{ tag, operations: operations.flatMap((at) => tag.operations[at] ?? []) }] : [];
  });
  const [only] = parts;
  const first = isFirst ? renderIntro(reference, context) : only && renderTag(only.tag, 1, context);
  const shown = new Set<string>();
  const body = parts.map(({ tag, operations }) => {
    const own = operations.filter(({ pointer }) => !shown.has(pointer) && shown.add(pointer));
    return tagWithOperations(tag, own, isFirst && parts.length > 1, context);
  });
  const behind = isFirst && [
    isSplit && renderOperationList(reference.tags, context),
    parts.length === 1 && only && only.tag.description !== undefined && renderTag(only.tag, 2, context),
    renderBackground(reference, context),
  ];
  const main = html`${first}${body}${behind || ''}${renderPutOffSchemas(context) ?? ''}`;
  const operations = parts.flatMap((part) => part.operations);
  const title = isFirst ? reference.title : only?.tag.title || words.otherOperations;
  return {
    path,
    kind: 'reference',
    title,
    description:
      plainText(isFirst ? (reference.summary ?? reference.introduction) : only?.tag.description).slice(
        0,
        300,
      ) || title,
    main,
    top: operations[0]?.id,
    firstSample: operations[0] && firstSampleId(operations[0]),
    markdown: [
      isFirst ? introMarkdown(reference) : only && tagMarkdown(only.tag, context),
      ...operations.map((operation) => operationMarkdown(operation, context)),
      isFirst && backgroundMarkdown(reference, context),
    ]
      .filter(Boolean)
      .join('\n\n'),
    menu: [
      ...operations.map(menuEntry),
      ...(isFirst
        ? reference.sections
            .filter(({ level }) => level <= 2)
            .map(({ id, title: name }): MenuEntry => ({ id, title: plainText(name) }))
        : []),
      ...(isFirst && reference.securitySchemes.length > 0
        ? [{ id: 'security', title: words.authorization }]
        : []),
      ...(isFirst && reference.servers.length > 0 ? [{ id: 'servers', title: words.servers }] : []),
    ],
    search: [
      ...(isFirst ? overviewEntries(reference, path, context) : []),
      ...operations.flatMap((operation) => operationEntries(operation, path, context)),
    ],
  };
}

const menuEntry = ({ id, title, method }: Operation): MenuEntry => ({ id, title, method });

function tagWithOperations(
  tag: Tag,
  operations: readonly Operation[],
  titled: boolean,
  context: PageContext,
): Html {
  return html`${titled && renderTag(tag, 2, context)}${operations.map((operation) => renderOperation(operation, context))}`;
}
