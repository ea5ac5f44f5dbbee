import { recall, remember } from './memory.ts';

/** Makes tabs work with pointer and keyboard; tabs of one group change together, and the choice is remembered. */
export function startTabs(): void {
  for (const tab of document.querySelectorAll<HTMLElement>('.tabs [role="tab"]')) {
    tab.addEventListener('click', () => choose(tab));
    tab.addEventListener('keydown', (event) => {
      const row = [...(tab.parentElement?.children ?? [])];
      const step = getComputedStyle(tab).direction === 'rtl' ? -1 : 1;
      const at = row.indexOf(tab);
      const next = { ArrowRight: at + step, ArrowLeft: at - step, Home: 0, End: row.length - 1 }[event.key];
      const target = next === undefined ? undefined : row[(next + row.length) % row.length];
      if (!(target instanceof HTMLElement)) return;
      event.preventDefault();
      choose(target);
      target.focus();
    });
  }
  const sample = recall('tab-sample');
  if (sample) select('sample', sample);
}

/** Shows a panel that is behind another tab. */
export function selectPanel(panel: Element): void {
  const tab = document.getElementById(panel.getAttribute('aria-labelledby') ?? '');
  const group = tab?.closest<HTMLElement>('.tabs')?.dataset.tabs;
  if (tab && group !== undefined) select(group, tab.dataset.tab ?? '');
}

/** Selects a label in all tabs of a group. */
export function select(group: string, label: string): void {
  for (const tabs of document.querySelectorAll<HTMLElement>(`.tabs[data-tabs="${group}"]`)) {
    const all = [...tabs.querySelectorAll<HTMLElement>('[role="tab"]')];
    const chosen = all.find(({ dataset }) => dataset.tab === label);
    if (!chosen) continue;
    for (const tab of all) {
      tab.setAttribute('aria-selected', String(tab === chosen));
      tab.tabIndex = tab === chosen ? 0 : -1;
    }
    for (const panel of tabs.querySelectorAll<HTMLElement>('[role="tabpanel"]'))
      panel.toggleAttribute('data-selected', panel.dataset.panel === label);
  }
}

function choose(tab: HTMLElement): void {
  const group = tab.closest<HTMLElement>('.tabs')?.dataset.tabs ?? '';
  const before = tab.getBoundingClientRect().top;
  select(group, tab.dataset.tab ?? '');
  remember(`tab-${group}`, tab.dataset.tab ?? '');
  // Panels above may have changed their height, so scroll to keep the tab under the pointer.
  scrollBy({ top: tab.getBoundingClientRect().top - before, behavior: 'instant' });
}
