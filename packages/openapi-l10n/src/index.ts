/**
 * Translations of OpenAPI documents as overlays: extract the texts, check the translations, apply them.
 *
 * @module
 */

export { check } from './check.ts';
export { checkMarkdown, type MarkdownOptions } from './check-markdown.ts';
export type { CheckOptions } from './config.ts';
export { parseSource, readSource } from './document/read.ts';
export type { SourceFile } from './document/source-file.ts';
export { toText, writeWhole } from './document/write.ts';
export { InputError, type Place } from './errors.ts';
export { type Extracted, type ExtractOptions, extract } from './extract/extract.ts';
export type { ExtractCounts } from './extract/plan.ts';
export type { Finding } from './finding.ts';
export { fix, fixText } from './fix.ts';
export { type Glossary, readGlossary, type Term } from './glossary.ts';
export type { Json, JsonObject, Path } from './json.ts';
export { type Text, type TextOptions, texts } from './openapi/texts.ts';
export { type Applied, type ApplyOptions, applyOverlay } from './overlay/apply.ts';
export { type OverlayProblem, validateOverlay } from './overlay/validate.ts';
export type { OwnPair, OwnProblem, OwnRule } from './own-rules.ts';
export { type RuleName, ruleNames } from './rules/index.ts';
export type { Severity } from './rules/rule.ts';
export { type Status, status } from './status.ts';
