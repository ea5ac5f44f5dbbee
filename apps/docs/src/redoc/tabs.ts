/** One tab: the text on it, and the HTML behind it. */
export interface Panel {
  label: string;
  html: string;
}

let count = 0;

/**
 * Tabs as plain HTML. Without a script every panel shows, one below the other, each under its label.
 *
 * @param group tabs of one group change together, and the choice is remembered under this name.
 * @param name what a screen reader calls the row of tabs.
 */
export function tabs(group: string, name: string, panels: readonly Panel[]): string {
  const ids = panels.map(() => `tab-${group}-${++count}`);
  const buttons = panels.map(
    ({ label }, i) =>
      `<button type="button" role="tab" id="${ids[i]}" aria-controls="${ids[i]}-panel" aria-selected="${i === 0}" tabindex="${i === 0 ? 0 : -1}" data-tab="${label}">${label}</button>`,
  );
  const bodies = panels.map(
    ({ label, html }, i) =>
      `<p class="tab-title" aria-hidden="true">${label}</p><div role="tabpanel" id="${ids[i]}-panel" aria-labelledby="${ids[i]}" data-panel="${label}"${i === 0 ? ' data-selected' : ''}>${html}</div>`,
  );
  return `<div class="tabs" data-tabs="${group}"><div role="tablist" aria-label="${name}">${buttons.join('')}</div>${bodies.join('')}</div>`;
}

/** Starts the numbering of ids anew, so that a page is the same whichever page was made before it. */
export function resetTabIds(): void {
  count = 0;
}
