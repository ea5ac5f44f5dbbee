import type { Page } from '@playwright/test';

/** Opens whatever a page has to open, and returns every text that a reader sees, or that a screen reader reads out, on the way. */
export async function textsOnTheWay(page: Page): Promise<Set<string>> {
  const met = new Set<string>();
  const look = async () => {
    for (const text of await page.evaluate(textsInSight)) met.add(text);
  };
  await look();
  for (const summary of await page.locator('summary:visible').all()) {
    await summary.click();
    await look();
  }
  const most = Math.max(
    0,
    ...(await page
      .locator('[role="tablist"]')
      .evaluateAll((lists) => lists.map((list) => list.querySelectorAll('[role="tab"]').length))),
  );
  for (let position = 0; position < most; position++) {
    await page.locator('[role="tablist"]').evaluateAll((lists, at) => {
      for (const list of lists) list.querySelectorAll<HTMLElement>('[role="tab"]')[at]?.click();
    }, position);
    await look();
  }
  const copy = page.locator('button.copy:visible').first();
  if ((await copy.count()) > 0) {
    await copy.click();
    await look();
  }
  const theme = page.locator('button.theme');
  if ((await theme.count()) > 0) {
    await theme.click();
    await look();
  }
  const search = page.getByRole('searchbox');
  for (const query of (await search.count()) > 0 ? ['a', 'e', 'qqqq'] : []) {
    await search.fill(query);
    await page.locator('#results li').first().waitFor();
    await look();
  }
  return met;
}

// Runs in the page: visible texts outside code, labels and titles, and what search engines show.
function textsInSight(): string[] {
  const texts = [document.title];
  for (const meta of document.querySelectorAll(
    'meta[name="description"], meta[property$="title"], meta[property$="description"]',
  ))
    texts.push(meta.getAttribute('content') ?? '');
  const foreign = 'code, pre, script, style, .schema-name, [lang]:not(html)';
  for (const element of document.body.querySelectorAll('*')) {
    if (element.closest(foreign) || !element.checkVisibility()) continue;
    for (const name of ['aria-label', 'aria-description', 'title', 'alt', 'placeholder'])
      texts.push(element.getAttribute(name) ?? '');
    for (const node of element.childNodes)
      if (node.nodeType === Node.TEXT_NODE) texts.push(node.textContent ?? '');
  }
  return texts.map((text) => text.trim()).filter(Boolean);
}
