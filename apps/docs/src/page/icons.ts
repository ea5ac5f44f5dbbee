/** The mark of the site: a series of bars. */
export const logo =
  '<svg class="logo" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><rect x="2" y="12" width="4" height="10" rx="1.5"/><rect x="10" y="2" width="4" height="20" rx="1.5"/><rect x="18" y="8" width="4" height="14" rx="1.5"/></svg>';
/** Half of a disc dark, half light. */
export const themeIcon =
  '<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path d="M12 3a9 9 0 1 0 0 18V3z" fill="currentColor"/><circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" stroke-width="2"/></svg>';
