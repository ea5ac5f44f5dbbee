import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { InputError } from 'openapi-l10n';
import { readAsset } from '../assets.ts';
import { type SiteConfig, textIn } from '../config.ts';
import { descriptionFile, descriptionText, type Localized } from '../description/read.ts';
import { fill, type Words } from '../languages.ts';
import { renderInline } from '../markdown/render.ts';
import type { Page } from '../page/page.ts';
import type { SiteFrame } from '../page/site.ts';

/** The default logo: three lines. */
const defaultLogo =
  '<svg viewBox="0 0 24 24" aria-hidden="true"><rect x="3" y="4" width="18" height="3" rx="1.5"/><rect x="3" y="10.5" width="12" height="3" rx="1.5"/><rect x="3" y="17" width="15" height="3" rx="1.5"/></svg>';

/** One language of the site, ready to be rendered. */
export interface SiteLanguage {
  localized: Localized;
  words: Words;
}

/** A file that the site offers for download, and its source. */
export interface Download {
  /** Its name below `downloads/`. */
  name: string;
  /**
   * The path of a file, or for a preview a function that returns the text, which a build writes where it
   * renders the language.
   */
  content: { text: () => string } | { file: string };
  label: (language: SiteLanguage) => string;
}

/** The descriptions in every language, and the files of the configuration. */
export function downloadsOf(config: SiteConfig, languages: readonly SiteLanguage[]): Download[] {
  return [
    ...languages.map(
      ({ localized, words }): Download => ({
        name: descriptionFile(localized.language),
        content: { text: () => descriptionText(localized.document) },
        label: (reader) => fill(reader.words.descriptionIn, { language: words.name, format: 'JSON' }),
      }),
    ),
    ...(config.downloads ?? []).map(
      ({ file, label }): Download => ({
        name: basename(file),
        content: { file },
        label: (reader) => textIn(label, reader.localized.language) ?? basename(file),
      }),
    ),
  ];
}

/** What every page of one language shows around its content. */
export function frameOf(
  config: SiteConfig,
  own: SiteLanguage,
  languages: readonly SiteLanguage[],
  pages: readonly Pick<Page, 'path' | 'kind' | 'title'>[],
  downloads: readonly Download[],
  titles: { source: string },
): SiteFrame {
  const { language } = own.localized;
  const text = (value: Parameters<typeof textIn>[0]) => textIn(value, language);
  const context = { words: own.words, link: (href: string) => href };
  const { console } = config;
  return {
    language,
    words: own.words,
    languages: languages.map(({ localized, words }) => ({
      tag: localized.language,
      name: words.name,
      direction: words.direction,
      locale: words.locale,
    })),
    title: text(config.title) ?? titles.source,
    logo: logoOf(config.logo),
    siteUrl: siteUrlOf(config.siteUrl),
    image: config.image !== undefined,
    firstPaint: {
      style: styleOf(config),
      early: readAsset('early.js').trim(),
      whole: readAsset('whole.js').trim(),
    },
    pages,
    links: (config.links ?? []).map(({ label, href }) => ({
      label: text(label) ?? href,
      href: href.replaceAll('{language}', language),
    })),
    footer: config.footer === undefined ? '' : renderInline(text(config.footer) ?? '', context),
    downloads: downloads.map((one) => ({ label: one.label(own), file: one.name })),
    console:
      console === false
        ? undefined
        : {
            keyVariable: console?.keyVariable,
            keyPlaceholder: console?.keyPlaceholder ?? 'YOUR-API-KEY',
            links: (console?.links ?? []).map(({ label, href, operation }) => ({
              label: text(label) ?? href,
              href,
              operation,
            })),
          },
  };
}

/** The SVG of the header, in the colour of the site. */
function logoOf(file: string | undefined): string {
  if (file === undefined) return defaultLogo;
  if (extname(file) !== '.svg')
    throw new InputError(`${file}: the logo is not an SVG`, { expected: 'a file with the ending .svg' });
  return readInput(file, 'the logo').trim();
}

/** Reads a file that the configuration names. */
export function readInput(file: string, what: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new InputError(`${file}: ${what} cannot be read`, { expected: 'a file that exists', cause });
  }
}

function siteUrlOf(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  if (!/^https?:\/\/[^/]+/.test(url) || !URL.canParse(url))
    throw new InputError(`siteUrl: \`${url}\` is not a URL`, {
      expected: 'a URL such as `https://example.com/docs/`',
    });
  return url.endsWith('/') ? url : `${url}/`;
}

/** The style sheet of the pages, with the colours of the configuration. */
const styleOf = (config: SiteConfig): string => readAsset('site.css').trim() + accentOf(config, ':root');

/** The style sheet of the header that other apps show. */
export const headerStyleOf = (config: SiteConfig): string =>
  readAsset('site-header.css').trim() + accentOf(config, ':host');

function accentOf({ colors }: SiteConfig, scope: string): string {
  if (!colors) return '';
  const { light, dark } = colors.accent;
  for (const color of [light, dark])
    if (!/^(?:#[\da-f]{3,8}|[a-z]+|(?:rgb|hsl|oklch|oklab|lab|lch)\([\d\s.,%/-]+\))$/i.test(color))
      throw new InputError(`colors.accent: \`${color}\` is not a colour`, {
        expected: 'a CSS colour such as `#1f4fd1`',
      });
  return `${scope}{--accent:light-dark(${light},${dark})}`;
}
