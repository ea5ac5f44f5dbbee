import { type Content, type Html, html } from '../html.ts';

/** One tab: its label and its content. */
export interface Tab {
  label: string;
  content: Content;
  /** The language of the code in it, for scripts that rewrite it. */
  lang?: string;
}

/**
 * Tabs as plain HTML. Without a script every panel shows, one below the other, each under its label.
 *
 * @param id unique on the page; it is the beginning of the ids of the tabs.
 * @param group tabs of one group change together, and the choice is remembered under this name.
 * @param name the accessible name of the tab list.
 */
export function tabs(id: string, group: string, name: string, items: readonly Tab[]): Html {
  const buttons = items.map(
    ({ label }, i) =>
      html`<button type="button" role="tab" id="${id}/${i}" aria-controls="${id}/${i}/panel" aria-selected="${i === 0 ? 'true' : 'false'}" tabindex="${i === 0 ? 0 : -1}" data-tab="${label}">${label}</button>`,
  );
  const panels = items.map(
    ({ label, content, lang }, i) =>
      html`<p class="tab-title" aria-hidden="true">${label}</p><div role="tabpanel" id="${id}/${i}/panel" aria-labelledby="${id}/${i}" data-panel="${label}"${lang !== undefined && html` data-lang="${lang}"`}${i === 0 && html` data-selected`}>${content}</div>`,
  );
  return html`<div class="tabs" data-tabs="${group}"><div role="tablist" aria-label="${name}">${buttons}</div>${panels}</div>`;
}
