import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { assetPath, readAsset, scriptNames } from '../assets.ts';
import { headerStyleOf } from '../build/frame.ts';
import { bundleMock } from '../build/mock.ts';
import { type PreparedLanguage, type PreparedSite, prepareSite } from '../build/prepare.ts';
import type { ReadJob, ReadResult } from '../build/read-sources.ts';
import { searchPart } from '../build/render-language.ts';
import type { SiteConfig } from '../config.ts';
import { headerFragment } from '../page/header.ts';
import type { Page } from '../page/page.ts';
import { chooser, notFound } from '../page/plain-pages.ts';
import { documentOf } from '../page/shell.ts';
import { renderReferencePage } from '../reference/pages.ts';
import { readReference } from '../reference/read.ts';
import type { Reference } from '../reference/types.ts';
import { copiedEntries, copiedPart } from '../search/entries.ts';

/** A site whose pages are rendered on request. */
export class LiveSite {
  readonly #config: SiteConfig;
  readonly #site: PreparedSite;
  readonly #mock: string;
  readonly #references = new Map<string, Reference>();

  private constructor(config: SiteConfig, site: PreparedSite, mock: string) {
    this.#config = config;
    this.#site = site;
    this.#mock = mock;
  }

  /**
   * Reads the input.
   *
   * @param config with absolute paths
   * @param read reads the description and its translations
   */
  static async load(
    config: SiteConfig,
    onWarning: (message: string) => void,
    read: (job: ReadJob) => Promise<ReadResult>,
  ): Promise<LiveSite> {
    const site = await prepareSite(config, onWarning, read);
    return new LiveSite(config, site, config.console === false ? '' : await bundleMock(config.console?.mock));
  }

  /** The files that the site is made from. */
  get inputs(): string[] {
    const { description, overlays = [], guides, languages = {} } = this.#config;
    const folders = guides === undefined ? [] : readdirSync(guides, { recursive: true, encoding: 'utf8' });
    return [
      description,
      ...overlays.map((one) => (typeof one === 'string' ? one : one.file)),
      ...folders.filter((name) => name.endsWith('.md')).map((name) => join(guides ?? '', name)),
      ...Object.values(languages),
    ];
  }

  /** The content at a path below the root; `undefined` if there is none. */
  find(path: string): string | Buffer | undefined {
    const frames = this.#site.languages.map(({ frame }) => frame);
    if (path === '')
      return chooser(
        frames,
        this.#site.languages.map(({ frame }) => frame.title),
      );
    const [folder = '', ...rest] = path.split('/');
    const language = this.#site.languages.find(({ frame }) => frame.language === folder);
    if (language) return this.#ofLanguage(language, rest.join('/'));
    if (folder === 'assets') return this.#asset(rest.join('/'));
    if (folder === 'downloads') return this.#download(rest.join('/'));
    return this.#copied(path);
  }

  /** The 404 answer. */
  notFound(): string {
    return notFound(
      this.#site.languages.map(({ frame }) => frame),
      readAsset('not-found.js').trim(),
    );
  }

  #ofLanguage(language: PreparedLanguage, path: string): string | undefined {
    if (path === 'search/index.json')
      return JSON.stringify([...this.#paths(language).map(searchPart), copiedPart]);
    if (path === `search/${copiedPart}`)
      return JSON.stringify(copiedEntries(this.#config, language.frame.language));
    if (path.startsWith('search/')) {
      const found = this.#paths(language).find((one) => `search/${searchPart(one)}` === path);
      return found === undefined ? undefined : JSON.stringify(this.#page(language, found)?.search);
    }
    if (path === 'header.html') return headerFragment(language.frame);
    const markdown = /^(.*)index\.md$/.exec(path);
    const page = this.#page(language, markdown?.[1] ?? path.replace(/index\.html$/, ''));
    return page && (markdown ? page.markdown : documentOf(page, language.frame));
  }

  #paths({ pages }: PreparedLanguage): string[] {
    return [...this.#site.plan.pages.map(({ path }) => path), ...pages.map(({ path }) => path)];
  }

  #page(language: PreparedLanguage, path: string): Page | undefined {
    const planned = this.#site.plan.pages.find((one) => one.path === path);
    if (!planned) return language.pages.find((one) => one.path === path);
    const { localized, frame, words } = language;
    const known = this.#references.get(localized.language);
    const reference = known ?? readReference(localized, this.#site.outline);
    this.#references.set(localized.language, reference);
    return renderReferencePage(planned, {
      localized,
      reference,
      words,
      plan: this.#site.plan,
      console: frame.console,
    });
  }

  #asset(name: string): string | Buffer | undefined {
    if (name === 'mock.js') return this.#mock;
    if (name === 'icon.svg') return this.#site.languages[0]?.frame.logo;
    if (name === 'site-header.css') return headerStyleOf(this.#config);
    return scriptNames().includes(name) ? readFileSync(assetPath(name)) : undefined;
  }

  #download(name: string): string | Buffer | undefined {
    const content = this.#site.downloads.find((one) => one.name === name)?.content;
    return content && ('text' in content ? content.text() : readFileSync(content.file));
  }

  #copied(path: string): Buffer | undefined {
    for (const { from, to } of this.#config.copy ?? []) {
      if (path !== to && !path.startsWith(`${to}/`)) continue;
      const inside = path.slice(to.length + 1);
      if (inside.split('/').includes('..')) continue;
      const file = join(from, inside.replace(/(?:^|(?<=\/))$/, 'index.html'));
      if (existsSync(file) && statSync(file).isFile()) return readFileSync(file);
    }
    return undefined;
  }
}
