import type { BrowserContext } from 'playwright-core';

/** The duration of one page load in milliseconds, and its size in bytes over the wire. */
export interface Load {
  /** First contentful paint. */
  paint: number;
  /** When the expected text was first laid out. */
  readable: number;
  bytesBefore: number;
  bytes: number;
}

/** Opens a URL in a new tab, without cache, on a CPU that is 4 times slower, and looks for a text. */
export async function load(context: BrowserContext, url: string, text: string): Promise<Load> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  let bytes = 0;
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.addInitScript(watchFor, text);
  // Playwright's own scripts would run in the page before its first paint, and delay it.
  await devtools.send('Page.enable');
  await devtools.send('Page.setLifecycleEventsEnabled', { enabled: true });
  const painted = new Promise<void>((resolve) => {
    devtools.on('Page.lifecycleEvent', ({ name }) => {
      if (name === 'firstContentfulPaint') resolve();
    });
  });
  await page.goto(url);
  const bytesBefore = bytes;
  await painted;
  const found = await page.waitForFunction(() => document.documentElement?.dataset.readable, undefined, {
    polling: 50,
    timeout: 20_000,
  });
  const readable = Number(await found.jsonValue());
  await page.waitForLoadState('networkidle');
  const paint = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  );
  await page.close();
  return { paint, readable, bytesBefore, bytes };
}

/** Runs in the page: records the first frame in which a paragraph that starts with the text is laid out. */
function watchFor(text: string): void {
  const look = (): void => {
    const found = [...document.querySelectorAll('p')].some(
      (p) => p.textContent.startsWith(text) && p.getClientRects().length > 0,
    );
    if (found) document.documentElement.dataset.readable = String(performance.now());
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
