import type { JsonObject } from 'openapi-l10n';
import type { Resolver } from '../description/resolver.ts';
import { type Html, raw } from '../html.ts';
import type { Words } from '../languages.ts';
import { type MarkdownContext, renderInline, renderMarkdown } from '../markdown/render.ts';
import type { ConsoleFrame } from '../page/site.ts';
import type { Reference, Section } from '../reference/types.ts';

/** The context shared by everything on one page. */
export interface PageContext extends MarkdownContext {
  language: string;
  words: Words;
  resolver: Resolver;
  reference: Reference;
  /** Large schemas that are shown once at the end of the page, by name. Rendering adds to it. */
  schemas: Map<string, JsonObject>;
  /** How requests are edited and sent; `undefined` when they are not. */
  console: ConsoleFrame | undefined;
  /** The sections of the prose that explain a name or a status code, the best two first. */
  explain(code: string): readonly Section[];
}

/** A description's Markdown as HTML, with its headings moved below those of the page. */
export const prose = (markdown: string | undefined, context: MarkdownContext, depth = 3): Html =>
  raw(renderMarkdown(markdown, context, depth));

/** Markdown of one line as HTML. */
export const line = (markdown: string, context: MarkdownContext): Html =>
  raw(renderInline(markdown, context));
