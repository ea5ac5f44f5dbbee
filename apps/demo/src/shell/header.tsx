import type { BackEnd } from '../api/config.ts';
import { m } from '../generated/messages/messages.js';
import { useTongue } from '../i18n/context.ts';
import { type Language, languages } from '../i18n/language.ts';
import { change, searchWith } from '../view/address.ts';
import { own, type View } from '../view/view.ts';

interface HeaderProps {
  view: View;
  backEnd: BackEnd;
  /** Epoch milliseconds that stand for now. */
  now: number;
  onRefresh(): void;
}

/** Each language by its own name. */
const languageName: Record<Language, string> = { en: 'English', fr: 'Français' };

/** Name, back end, refresh, theme and language. */
export function Header({ view, backEnd, now, onRefresh }: HeaderProps) {
  const { language, format } = useTongue();
  return (
    <header className="top">
      <p className="brand">
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M3 17l5-6 4 4 5-8 4 5" />
        </svg>
        {m.title()}
      </p>
      <p className="badge" data-back-end={backEnd.backEnd}>
        {backEndText(backEnd)}
      </p>
      <div className="tools no-print">
        <span className="updated">{m.updated_at({ time: format.clock(now) })}</span>
        <button type="button" className="plain" onClick={onRefresh}>
          {m.refresh()}
        </button>
        <select
          aria-label={m.theme()}
          value={view.theme ?? ''}
          onChange={(event) => change({ [own.theme]: event.target.value || undefined }, 'replace')}
        >
          <option value="">{m.theme_system()}</option>
          <option value="light">{m.theme_light()}</option>
          <option value="dark">{m.theme_dark()}</option>
        </select>
        <nav aria-label={m.language()} className="languages">
          {languages.map((one) => (
            <a
              key={one}
              lang={one}
              hrefLang={one}
              translate="no"
              aria-current={one === language ? 'true' : undefined}
              href={searchWith({ [own.language]: one })}
              onClick={(event) => {
                event.preventDefault();
                change({ [own.language]: one });
              }}
            >
              {languageName[one]}
            </a>
          ))}
        </nav>
      </div>
    </header>
  );
}

function backEndText(backEnd: BackEnd): string {
  switch (backEnd.backEnd) {
    case 'browser':
      return m.back_end_browser();
    case 'mock':
      return m.back_end_mock({ host: new URL(backEnd.url).host });
    case 'real':
      return m.back_end_real({ instance: backEnd.instance });
  }
}
