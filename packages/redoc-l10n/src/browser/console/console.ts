import { type ConsoleSettings, RequestEditor } from './request-editor.ts';
import { startSend } from './send.ts';

/** Makes all requests on the page editable: samples follow the values, and a mock inside the page answers. */
export function startConsole(): void {
  const settings: ConsoleSettings = JSON.parse(document.querySelector('#console')?.textContent ?? '{}');
  for (const panel of document.querySelectorAll<HTMLElement>('[data-request]')) {
    const editor = new RequestEditor(panel, settings);
    editor.start();
    startSend(editor);
  }
}
