import { useEffect, useState } from 'react';
import { type Locale, locales } from '../i18n/locale.ts';
import { change, searchWith } from '../view/address.ts';
import { own } from '../view/names.ts';

/** The module that the docs have for apps next to their pages; redoc-l10n writes it. */
interface SiteHeaderModule {
  mountSiteHeader(options: {
    host: HTMLElement;
    root: string;
    language: string;
    current: string;
    languageHref(language: string): string;
    onLanguage(language: string): void;
    onTheme(theme: 'light' | 'dark'): void;
  }): Promise<SiteHeader>;
}

interface SiteHeader {
  setLanguage(language: string): Promise<void>;
}

/** Mounted once, whatever screen is shown; undefined before the first attempt. */
let mounted: Promise<SiteHeader> | undefined;
let isMissing = false;

/**
 * Shows the header of the docs if the page is part of their site: navigation, search, languages and theme.
 *
 * @param docs where the docs are; docs on another origin have no header for this page
 * @returns false if the page needs its own header
 */
export function useSiteHeader(docs: string | undefined, locale: Locale): boolean {
  const [isShown, setShown] = useState(() => !isMissing && rootOf(docs) !== undefined);
  useEffect(() => {
    const [host, root] = [document.getElementById('site-header'), rootOf(docs)];
    if (!host || !root || !isShown) return;
    host.dataset['expected'] = '';
    mounted ??= mount(host, root, locale);
    mounted.then(
      (header) => header.setLanguage(locale),
      () => {
        isMissing = true;
        delete host.dataset['expected'];
        setShown(false);
      },
    );
  }, [docs, locale, isShown]);
  return isShown;
}

function rootOf(docs: string | undefined): string | undefined {
  if (docs === undefined) return undefined;
  const root = new URL(docs.replace(/\/?$/, '/'), location.href);
  return root.origin === location.origin ? root.href : undefined;
}

async function mount(host: HTMLElement, root: string, language: string): Promise<SiteHeader> {
  const file = new URL('assets/site-header.js', root).href;
  // The cast: the docs are another package, and may be another version.
  const { mountSiteHeader } = (await import(/* @vite-ignore */ file)) as SiteHeaderModule;
  const isKnown = (tag: string): tag is Locale => locales.some((known) => known === tag);
  return mountSiteHeader({
    host,
    root,
    language,
    current: new URL('.', location.href).href,
    languageHref: (tag) => searchWith({ [own.locale]: isKnown(tag) ? tag : undefined }),
    onLanguage: (tag) => change({ [own.locale]: isKnown(tag) ? tag : undefined }),
    onTheme: (theme) => change({ [own.theme]: theme }, 'replace'),
  });
}
