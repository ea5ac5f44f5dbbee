/**
 * Builds a static reference site of any OpenAPI description in any number of languages.
 *
 * @module
 */
export { InputError } from 'openapi-l10n';
export { type BuildEvents, type BuildResult, build } from './build/build.ts';
export {
  type ConsoleConfig,
  defineConfig,
  type ExtraPages,
  type LocalizedText,
  loadConfig,
  type SiteConfig,
} from './config.ts';
export { knownLanguages } from './languages.ts';
export { type Preview, type PreviewOptions, preview } from './preview/preview.ts';
