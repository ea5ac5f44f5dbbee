import type { ConsoleFrame } from '../../page/site.ts';
import type { RequestData } from '../../render/request-panel.ts';
import { followValues } from '../../samples/follow.ts';
import { generateSamples } from '../../samples/generate.ts';
import { keyFromVariable } from '../../samples/key-variable.ts';
import { buildRequest, type RequestValues } from '../../samples/request.ts';
import { showCode } from './show-code.ts';

/** The console settings in the page. */
export type ConsoleSettings = Omit<ConsoleFrame, 'links'> & { words: Readonly<Record<string, string>> };

/** An editable request. */
export class RequestEditor {
  readonly panel: HTMLElement;
  readonly settings: ConsoleSettings;
  readonly data: RequestData;
  readonly #fields: (HTMLInputElement | HTMLSelectElement)[];
  readonly #written: { code: HTMLElement; label: string; lang: string; source: string }[];
  readonly #body: HTMLTextAreaElement | null;
  #keyVariable = false;

  constructor(panel: HTMLElement, settings: ConsoleSettings) {
    this.panel = panel;
    this.settings = settings;
    this.data = JSON.parse(panel.dataset.request ?? '{}');
    const article = panel.closest('article') ?? document.body;
    this.#fields = [...article.querySelectorAll<HTMLInputElement>('[data-parameter]')];
    this.#written = [...panel.querySelectorAll<HTMLElement>('[data-panel]')].flatMap((tab) => {
      const code = tab.querySelector('code');
      return code
        ? [{ code, label: tab.dataset.panel ?? '', lang: tab.dataset.lang ?? '', source: code.textContent }]
        : [];
    });
    this.#body = article.querySelector('.edit textarea');
  }

  /** Follows the fields from now on, and takes over what they contain already. */
  start(): void {
    for (const field of this.#fields) field.addEventListener('input', () => this.update());
    this.#body?.addEventListener('input', () => this.update());
    this.panel.querySelector('.server select')?.addEventListener('change', () => this.update());
    this.update();
  }

  /** The current values of the fields. */
  get values(): RequestValues {
    const parameters: Record<string, string> = {};
    for (const field of this.#fields) {
      const value = field.value;
      if (value !== '') parameters[field.dataset.parameter ?? ''] = value;
    }
    const { bodyType } = this.data.values;
    return {
      server: this.server.url,
      parameters,
      ...(bodyType === undefined ? {} : { bodyType }),
      ...(this.#body ? { body: this.#body.value } : {}),
    };
  }

  /** The selected server. */
  get server(): RequestData['servers'][number] {
    const select = this.panel.querySelector<HTMLSelectElement>('.server select');
    return this.data.servers[select?.selectedIndex ?? 0] ?? { url: this.data.values.server, texts: {} };
  }

  /** Whether the samples read the key from the environment variable of the settings. */
  set keyVariable(wanted: boolean) {
    this.#keyVariable = wanted;
    this.update();
  }

  /** Resets all fields to the values of the description. */
  reset(): void {
    for (const field of this.#fields)
      field.value = this.data.values.parameters[field.dataset.parameter ?? ''] ?? '';
    const select = this.panel.querySelector<HTMLSelectElement>('.server select');
    if (select) select.selectedIndex = 0;
    if (this.#body) this.#body.value = this.data.values.body ?? '';
    this.update();
  }

  /** Updates the samples to the current values. */
  update(): void {
    const values = this.values;
    const before = { ...this.data.values, serverTexts: this.data.servers[0]?.texts ?? {} };
    const after = { ...values, serverTexts: this.server.texts };
    const isChanged = !sameValues(before, after);
    const made =
      isChanged && !this.data.authored ? generateSamples(buildRequest(this.data.shape, values)) : [];
    for (const { code, label, lang, source } of this.#written) {
      let text = source;
      if (isChanged)
        text = this.data.authored
          ? followValues(source, this.data.shape, before, after)
          : (made.find((one) => one.label === label)?.source ?? source);
      const { keyVariable, keyPlaceholder } = this.settings;
      if (this.#keyVariable && keyVariable !== undefined)
        text = keyFromVariable(text, lang, keyPlaceholder, keyVariable);
      if (code.textContent !== text) showCode(code, text);
    }
    this.panel.dispatchEvent(new CustomEvent('edit'));
  }
}

function sameValues(before: RequestValues, after: RequestValues): boolean {
  const text = ({ server, parameters, body }: RequestValues) =>
    JSON.stringify([server, Object.entries(parameters).sort(), body ?? '']);
  return text(before) === text(after);
}
