import { expect, test } from '../demo.ts';

declare global {
  var layoutShift: number;
}

// French texts are longer, so anything that moves, moves there.
for (const [device, viewport, query] of [
  ['a phone', { width: 390, height: 844 }, 'lang=fr'],
  ['a phone with two apps', { width: 390, height: 844 }, 'lang=fr&app_id=app-ios&app_id=app-web'],
  ['a desktop', { width: 1280, height: 900 }, 'lang=en'],
] as const)
  test(`on ${device}, nothing moves while the first view loads: ${query.slice(5, 7)}`, async ({
    page,
    demo,
  }) => {
    await page.setViewportSize(viewport);
    // Slow enough that each part is painted before the next one comes.
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.addInitScript(() => {
      globalThis.layoutShift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          globalThis.layoutShift += 'value' in entry ? Number(entry.value) : 0;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(`${demo}?${query}`);
    await expect(page.locator('section.scroll tbody tr').first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(() => globalThis.layoutShift)).toBeLessThan(0.01);
  });
