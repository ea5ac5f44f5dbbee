/** The header of the site in an app next to its pages, such as a demo: the same links, search, languages and theme. */
import { remember } from './memory.ts';
import { startMenu } from './menu.ts';
import { startSearch } from './search.ts';

/** Where the header is shown, and how it interacts with the app. */
export interface SiteHeaderOptions {
  /** The element that gets a shadow root with the header. */
  host: HTMLElement;
  /** The root of the site, absolute or relative to the page: `../`. */
  root: string;
  language: string;
  /** The address of the app, relative to a language's folder: `../demo/`. Its link is marked as the current one. */
  current: string;
  /** The address of the same view in another language. */
  languageHref(language: string): string;
  /** Called with the chosen language instead of following the link. */
  onLanguage?(language: string): void;
  /** Called when the button of the theme is pressed. The choice is remembered as `theme`, for the pages of the site too. */
  onTheme?(theme: 'light' | 'dark'): void;
}

/** A mounted header. */
export interface SiteHeader {
  /** Shows the header in another language of the site. */
  setLanguage(language: string): Promise<void>;
}

/**
 * Shows the header of the site.
 *
 * @throws {TypeError} when there is no site at `root`; the host is then unchanged.
 * @example
 * const { mountSiteHeader } = await import('../assets/site-header.js');
 * await mountSiteHeader({ host, root: '../', language: 'fr', current: '../demo/', languageHref: (tag) => `?lang=${tag}` });
 */
export async function mountSiteHeader(options: SiteHeaderOptions): Promise<SiteHeader> {
  const { host, language } = options;
  const site = new URL(options.root, location.href);
  const [style, first] = await Promise.all([
    textAt(new URL('assets/site-header.css', site)),
    fragment(language),
  ]);
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  shadow.adoptedStyleSheets = [sheet];
  let shown = language;
  let listening = new AbortController();
  show(language, first);
  return {
    async setLanguage(next) {
      if (next === shown) return;
      shown = next;
      const html = await fragment(next);
      if (next === shown) show(next, html);
    },
  };

  function fragment(tag: string): Promise<string> {
    return textAt(new URL(`${tag}/header.html`, site));
  }

  function show(tag: string, html: string): void {
    listening.abort();
    listening = new AbortController();
    const base = new URL(`${tag}/`, site).href;
    shadow.innerHTML = html;
    adapt(shadow, base, options);
    startSearch({ root: shadow, language: tag, base, signal: listening.signal });
    startMenu({ root: shadow, signal: listening.signal });
    shadow.querySelector('.theme')?.addEventListener('click', () => switchTheme(host, options));
  }
}

/** Resolves the links of a fragment: those of the site relative to its root, those of languages to the app. */
function adapt(header: ShadowRoot, base: string, options: SiteHeaderOptions): void {
  const current = new URL(options.current, base).pathname;
  for (const link of header.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const { language } = link.dataset;
    if (language === undefined) {
      const url = new URL(link.getAttribute('href') ?? '', base);
      link.href = url.href;
      if (url.pathname === current) link.setAttribute('aria-current', 'page');
      continue;
    }
    link.href = options.languageHref(language);
    link.addEventListener('click', (event) => {
      remember('language', language);
      if (!options.onLanguage || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      options.onLanguage(language);
    });
  }
}

function switchTheme(host: HTMLElement, { onTheme }: SiteHeaderOptions): void {
  const scheme = getComputedStyle(host).colorScheme;
  const isDark =
    scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  const theme = isDark ? 'light' : 'dark';
  remember('theme', theme);
  onTheme?.(theme);
}

async function textAt(url: URL): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new TypeError(`${url.href}: ${response.status} ${response.statusText}`);
  return response.text();
}
