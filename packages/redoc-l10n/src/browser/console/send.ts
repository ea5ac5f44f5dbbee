import { buildRequest } from '../../samples/request.ts';
import type { RequestEditor } from './request-editor.ts';
import { showCode } from './show-code.ts';

/** The exports of a site's mock: a `fetch` that answers inside the page. */
interface MockModule {
  createMockFetch(document: unknown): typeof fetch;
}

/** The base URL of requests without a server; nothing is ever sent to it. */
const NOWHERE = 'https://mock.invalid';

let mock: Promise<typeof fetch> | undefined;
let failures = 0;

/** Makes the buttons and links of a request work: send it to the mock, reset it, open it elsewhere. */
export function startSend(editor: RequestEditor): void {
  const { panel } = editor;
  const output = panel.querySelector<HTMLElement>('.output');
  if (!output) return;
  const simulated = panel.querySelector<HTMLSelectElement>('.send select');
  panel
    .querySelector('.send .primary')
    ?.addEventListener('click', () => send(editor, simulated?.value ?? '', output));
  panel.querySelector('.send .quiet')?.addEventListener('click', () => {
    editor.reset();
    output.replaceChildren();
  });
  const box = panel.querySelector<HTMLInputElement>('.notes input');
  const readKey = () => {
    if (box) editor.keyVariable = box.checked;
  };
  box?.addEventListener('change', readKey);
  readKey();
  for (const link of panel.querySelectorAll<HTMLAnchorElement>('a[data-href]')) {
    const follow = () => followLink(link, editor);
    panel.addEventListener('edit', follow);
    follow();
  }
}

/** A link to the same request elsewhere, such as in a demo. */
function followLink(link: HTMLAnchorElement, { data, values }: RequestEditor): void {
  const { root = '' } = document.documentElement.dataset;
  const { url } = buildRequest({ ...data.shape, auth: undefined }, values);
  const filled = (link.dataset.href ?? '')
    .replace('{language}', document.documentElement.lang)
    .replace('{query}', new URL(url, NOWHERE).search.slice(1));
  link.href = /^[a-z]+:/.test(filled) ? filled : root + filled;
}

async function send(editor: RequestEditor, status: string, output: HTMLElement): Promise<void> {
  const { words } = editor.settings;
  const say = (text = '') =>
    output.replaceChildren(element('p', { className: 'caption', textContent: text }));
  say(words.sending);
  mock ??= loadMock();
  const answer = await mock.catch(() => undefined);
  if (!answer) {
    mock = undefined;
    failures++;
    say(words.unloaded);
    return;
  }
  try {
    const { method, url, headers, body } = buildRequest(editor.data.shape, editor.values);
    const sent = new Headers(headers.map(([name, value]): [string, string] => [name, value]));
    if (status !== '') sent.set('X-Mock-Faults', `status=${status}`);
    const init = { method, headers: sent, ...(body === undefined ? {} : { body }) };
    output.replaceChildren(...(await shown(await answer(new URL(url, NOWHERE), init), editor)));
  } catch (error) {
    say((words.failed ?? '').replace('{reason}', error instanceof Error ? error.message : String(error)));
  }
}

async function loadMock(): Promise<typeof fetch> {
  const { lang, dataset } = document.documentElement;
  // Firefox does not load an address again from which a module could not be loaded.
  const address: string = new URL(`./mock.js${failures > 0 ? `?${failures}` : ''}`, import.meta.url).href;
  const [module, contract]: [MockModule, unknown] = await Promise.all([
    import(address),
    fetch(`${dataset.root}downloads/openapi.${lang}.json`).then((response) => response.json()),
  ]);
  return module.createMockFetch(contract);
}

async function shown(response: Response, { settings: { words } }: RequestEditor): Promise<HTMLElement[]> {
  const text = await response.text();
  const title = element('p', { className: 'caption' });
  title.append(
    `${words.got ?? ''}${words.colon ?? ''} `,
    element('code', { textContent: String(response.status) }),
  );
  const block = element('div', { className: 'code', dir: 'ltr' });
  const copy = element('button', { type: 'button', className: 'copy', textContent: words.copy ?? '' });
  copy.dataset.copied = words.copied ?? '';
  const pre = element('pre', {});
  const code = element('code', {});
  const json = asJson(text);
  if (json !== undefined) code.dataset.language = 'json';
  showCode(code, json ?? text);
  pre.append(code);
  block.append(copy, pre);
  return [title, block];
}

/** Indented JSON; `undefined` when the text is something else. */
function asJson(text: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return undefined;
  }
}

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  members: Partial<HTMLElementTagNameMap[K]>,
): HTMLElementTagNameMap[K] {
  return Object.assign(document.createElement(tag), members);
}
