import { memo } from 'react';
import type { Config } from '../api/config.ts';
import { hasChart, operation } from '../generated/contract.ts';
import { m } from '../generated/messages/messages.js';
import { backEndText } from '../i18n/back-end.ts';
import { useLocale } from '../i18n/context.ts';
import { locales } from '../i18n/locale.ts';
import { change, searchWith, useSearch } from '../view/address.ts';
import { own } from '../view/names.ts';
import { remember } from '../view/remembered.ts';
import { useSiteHeader } from './site-header.ts';

interface HeaderProps {
  /** The chosen theme; undefined for that of the system. */
  theme: 'light' | 'dark' | undefined;
  config: Config;
  /** The current time, in epoch milliseconds. */
  now: number;
  /** Undefined if there is nothing to refresh. */
  onRefresh?(): void;
  /** True on the screen of the forms. */
  isForms?: boolean;
}

/** Name, back end and refresh; docs, theme and language too, unless the header of the docs has them. */
export const Header = memo(function Header({ theme, config, now, onRefresh, isForms = false }: HeaderProps) {
  const { locale, format } = useLocale();
  const { backEnd, docs } = config;
  // The links keep the rest of the URL.
  useSearch();
  const isOnSite = useSiteHeader(docs, locale);
  const screen = { [own.operation]: isForms ? undefined : operation.operationId };
  return (
    <header className="top" data-on-site={isOnSite || undefined}>
      <h1 className="brand">
        {!isOnSite && (
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M3 17l5-6 4 4 5-8 4 5" />
          </svg>
        )}
        {m.title()}
      </h1>
      <p className="badge" data-back-end={backEnd.backEnd}>
        {backEndText(backEnd)}
      </p>
      <div className="tools no-print">
        {onRefresh && (
          <>
            <span className="updated">{m.updated_at({ time: format.clock(now) })}</span>
            <button type="button" className="plain" onClick={onRefresh}>
              {m.refresh()}
            </button>
          </>
        )}
        {hasChart && (
          <a
            className="docs"
            href={searchWith(screen)}
            onClick={(event) => {
              event.preventDefault();
              change(screen);
            }}
          >
            {isForms ? m.to_chart() : m.operations()}
          </a>
        )}
        {!isOnSite && <SiteTools docs={docs} theme={theme} />}
      </div>
    </header>
  );
});

/** The controls that the header of the docs provides where it is shown: docs, theme and languages. */
function SiteTools({ docs, theme }: { docs: string | undefined; theme: HeaderProps['theme'] }) {
  const { locale } = useLocale();
  const chooseTheme = (chosen: string) => {
    remember('theme', chosen || undefined);
    change({ [own.theme]: chosen || undefined }, 'replace');
  };
  return (
    <>
      {docs !== undefined && (
        <a className="docs" href={`${docs.replace(/\/$/, '')}/${locale}/`}>
          {m.docs()}
        </a>
      )}
      <select aria-label={m.theme()} value={theme ?? ''} onChange={({ target }) => chooseTheme(target.value)}>
        <option value="">{m.theme_system()}</option>
        <option value="light">{m.theme_light()}</option>
        <option value="dark">{m.theme_dark()}</option>
      </select>
      <nav aria-label={m.language()} className="languages">
        {locales.map((one) => (
          <a
            key={one}
            lang={one}
            hrefLang={one}
            translate="no"
            aria-current={one === locale ? 'true' : undefined}
            href={searchWith({ [own.locale]: one })}
            onClick={(event) => {
              event.preventDefault();
              change({ [own.locale]: one });
            }}
          >
            {m.language_name({}, { locale: one })}
          </a>
        ))}
      </nav>
    </>
  );
}
