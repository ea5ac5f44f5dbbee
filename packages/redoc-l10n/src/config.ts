import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { InputError, readSource } from 'openapi-l10n';
import { isObject } from './json.ts';

/** A text of the site: one for all languages, or one per language. */
export type LocalizedText = string | Readonly<Record<string, string>>;

/** How a site is built. Paths are relative to the configuration file, or to the working directory without one. */
export interface SiteConfig {
  /** The OpenAPI 3.0, 3.1 or 3.2 document, in YAML or JSON, in one file. */
  description: string;
  /** The language of the description. @default 'en' */
  language?: string;
  /** Overlays that translate it. The language is in the overlay (`x-l10n-language`), in its file name (`fr.overlay.yaml`), or here. A file may also be the description itself, translated already: `openapi.fr.json`. */
  overlays?: readonly (string | { file: string; language?: string })[];
  /** The folder that the site is written to. It is replaced as a whole. @default 'site' */
  out?: string;
  /** The address of the site, for canonical links, the site map and social previews; links inside the site do not need it. */
  siteUrl?: string;
  /** The name in the header. @default the title of the description */
  title?: LocalizedText;
  /** An SVG for the header and the tab of the browser. */
  logo?: string;
  /** A PNG of 1200 × 630 pixels for previews in social networks. Needs `siteUrl`. */
  image?: string;
  /** The colour of links and buttons. Both must be readable on the background of their theme. */
  colors?: { accent: { light: string; dark: string } };
  /** A folder with a folder of Markdown files for each language: `en/1-start.md` becomes `en/start/`. */
  guides?: string;
  /** Changes the Markdown of a guide before it is rendered, for example to fill in facts. */
  prepareGuide?: (markdown: string, guide: { language: string; file: string }) => string;
  /** Folders of Markdown in one language, such as a library reference, which are shown in every language. */
  extras?: readonly ExtraPages[];
  /** Links in the header. An `href` is relative to the folder of the language: `guide/`, `../demo/?lang={language}`, or absolute. */
  links?: readonly { label: LocalizedText; href: string }[];
  /** Markdown of one line, at the foot of every page. */
  footer?: LocalizedText;
  /** Files to offer for download, in addition to the description in each language. */
  downloads?: readonly { file: string; label: LocalizedText }[];
  /** Folders or files that are copied into the site. `to` is relative to the root of the site. */
  copy?: readonly CopiedFolder[];
  /** With more operations than this, each tag gets its own pages with at most this many operations. @default 20 */
  operationsPerPage?: number;
  /** Files with interface texts by language: for languages that this package does not include, or to replace texts. */
  languages?: Readonly<Record<string, string>>;
  /** The editable request next to each operation; `false` leaves it out. */
  console?: ConsoleConfig | false;
}

/** A folder or a file that is copied into the site unchanged. */
export interface CopiedFolder {
  from: string;
  /** Below the root of the site. */
  to: string;
  /** Its entry in the site's search; `href` is relative to a language's folder. @default `../<to>/` */
  search?: { title: LocalizedText; text: LocalizedText; href?: string };
}

/** Pages of Markdown in one language. */
export interface ExtraPages {
  /** The folder with Markdown files. `index.md` is the first page. */
  folder: string;
  /** Where the pages are, below the folder of a language: `client-reference`. */
  path: string;
  title: LocalizedText;
  /** The language of the files. */
  language: string;
}

/** How requests are edited and sent in the page. */
export interface ConsoleConfig {
  /** The environment variable that a sample may read its key from, such as `ACME_API_KEY`. */
  keyVariable?: string;
  /** The placeholder for the key in samples. @default 'YOUR-API-KEY' */
  keyPlaceholder?: string;
  /**
   * A module for browsers, in one file, that exports `createMockFetch(): typeof fetch`. It answers requests inside the page.
   * @default the mock of openapi-mock-engine, which answers with the examples of the description
   */
  mock?: string;
  /** Links below an operation. `{query}` is the query of the edited request, `{language}` the language of the page. */
  links?: readonly { label: LocalizedText; href: string; operation?: string }[];
}

/** Enables completion and type checks for a configuration file in editors. */
export const defineConfig = (config: SiteConfig): SiteConfig => config;

/** The default names of configuration files. */
export const configNames = ['js', 'mjs', 'ts', 'json', 'yaml'].map((ext) => `redoc-l10n.config.${ext}`);

/**
 * Reads a configuration file, and makes its paths absolute.
 *
 * @throws {InputError} when the file cannot be read, or has unknown settings.
 */
export async function loadConfig(file: string): Promise<SiteConfig> {
  const path = resolve(file);
  if (!existsSync(path))
    throw new InputError(`${file}: there is no such file`, { expected: 'a configuration file' });
  const value: unknown = /\.(?:json|yaml|yml)$/.test(path)
    ? (await readSource(path)).value
    : await importConfig(path);
  if (!isObject(value) || typeof value.description !== 'string')
    throw new InputError(`${file}: \`description\` is missing`, {
      expected: 'an object with `description`, the path of an OpenAPI document',
    });
  const unknown = Object.keys(value).filter((key) => !settingNames.has(key));
  if (unknown.length > 0)
    throw new InputError(`${file}: unknown setting: ${unknown.join(', ')}`, {
      expected: `one of ${[...settingNames].join(', ')}`,
    });
  return absolute(value as unknown as SiteConfig, dirname(path)); // setting names are checked above, values when they are used
}

async function importConfig(path: string): Promise<unknown> {
  try {
    const module: { default?: unknown } = await import(`${pathToFileURL(path).href}?${Date.now()}`);
    return module.default;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new InputError(`${path}: the configuration cannot be loaded: ${reason}`, { cause });
  }
}

/** The names of all settings. */
export const settingNames: ReadonlySet<string> = new Set<keyof SiteConfig>([
  'description',
  'language',
  'overlays',
  'out',
  'siteUrl',
  'title',
  'logo',
  'image',
  'colors',
  'guides',
  'prepareGuide',
  'extras',
  'links',
  'footer',
  'downloads',
  'copy',
  'operationsPerPage',
  'languages',
  'console',
]);

/** The configuration with absolute paths. */
export function absolute(config: SiteConfig, folder: string): SiteConfig {
  const at = (path: string) => resolve(folder, path);
  const optional = (path: string | undefined) => (path === undefined ? undefined : at(path));
  const result: SiteConfig = {
    ...config,
    description: at(config.description),
    overlays: (config.overlays ?? []).map((one) =>
      typeof one === 'string' ? at(one) : { ...one, file: at(one.file) },
    ),
    out: at(config.out ?? 'site'),
    extras: (config.extras ?? []).map((one) => ({ ...one, folder: at(one.folder) })),
    downloads: (config.downloads ?? []).map((one) => ({ ...one, file: at(one.file) })),
    copy: (config.copy ?? []).map((one) => ({ ...one, from: at(one.from) })),
    languages: Object.fromEntries(
      Object.entries(config.languages ?? {}).map(([tag, file]) => [tag, at(file)]),
    ),
  };
  for (const key of ['logo', 'image', 'guides'] as const) {
    const path = optional(config[key]);
    if (path !== undefined) result[key] = path;
  }
  if (config.console && config.console.mock !== undefined)
    result.console = { ...config.console, mock: at(config.console.mock) };
  return result;
}

/** A text in one language, or in the first language that has one. */
export function textIn(text: LocalizedText | undefined, language: string): string | undefined {
  if (text === undefined || typeof text === 'string') return text;
  return text[language] ?? text[language.split('-')[0] ?? ''] ?? Object.values(text)[0];
}
