import { useState } from 'react';
import { m } from '../generated/messages/messages.js';
import { openSearch, searchWith } from '../view/address.ts';
import { own } from '../view/names.ts';
import { deleteView, readSavedViews, type SavedView, saveView } from '../view/saved-views.ts';

/** Views by name, kept in this browser. */
export default function SavedViewsPanel() {
  const [views, setViews] = useState(readSavedViews);
  const [name, setName] = useState('');
  const [isRefused, setRefused] = useState(false);
  const keep = (kept: typeof views | undefined) => {
    if (kept) setViews(kept);
    setRefused(kept === undefined);
  };
  return (
    <div className="saved-views">
      <form
        className="entry"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === '') return;
          keep(saveView({ name: name.trim(), search: window.location.search }));
          setName('');
        }}
      >
        <input
          type="text"
          aria-label={m.view_name()}
          placeholder={m.view_name()}
          value={name}
          maxLength={80}
          onChange={({ target }) => setName(target.value)}
        />
        <button type="submit">{m.save_view()}</button>
      </form>
      {isRefused && <p className="error">{m.view_refused()}</p>}
      <ul>
        {views.map((view) => (
          <li key={view.name}>
            <a
              href={searchOf(view)}
              translate="no"
              onClick={(event) => {
                event.preventDefault();
                openSearch(searchOf(view));
              }}
            >
              {view.name}
            </a>
            <button
              type="button"
              className="icon"
              aria-label={m.remove_identifier({ name: view.name })}
              onClick={() => keep(deleteView(view.name))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <p className="hint">{m.views_hint()}</p>
    </div>
  );
}

/** The address of a saved view, in the language and theme that the page has now. */
function searchOf({ search }: SavedView): string {
  const now = new URLSearchParams(window.location.search);
  const kept = [own.locale, own.theme].map((name) => [name, now.get(name) ?? undefined] as const);
  return searchWith(Object.fromEntries(kept), search);
}
