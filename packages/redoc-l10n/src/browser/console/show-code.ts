/** The exports of the highlighter, which is loaded with the first edit. */
type Highlighter = typeof import('../highlight.ts');

let highlighter: Promise<Highlighter> | undefined;

/** Shows other code in a block: its text at once, its colours as soon as the highlighter is loaded. */
export async function showCode(code: HTMLElement, source: string): Promise<void> {
  code.textContent = source;
  try {
    highlighter ??= import(new URL('./highlight/highlight.js', import.meta.url).href);
    const { highlight } = await highlighter;
    const html = await highlight(source, code.dataset.language ?? '');
    // The reader may have typed meanwhile.
    if (code.textContent === source) code.innerHTML = html;
  } catch {
    // It fails when the reader is offline; the next edit tries again.
    highlighter = undefined;
  }
}
