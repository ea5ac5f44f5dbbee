import { marked } from 'marked';
import type { Contract, Language } from '../content/contract.ts';
import { words } from '../content/words.ts';
import { interfaceIn, labelIn, linkTo, typeIn } from './interface-language.ts';

/** Makes Redoc's page stand without Redoc's script: what only worked with it goes, or becomes plain HTML. */
export function cleanReference(root: Element, contract: Contract, language: Language): void {
  const text = words[language];
  const all = (selector: string) => [...root.querySelectorAll(selector)];

  // The same codes are tabs over the body of the response.
  for (const codes of all('[data-response-codes-tablist]')) codes.remove();
  for (const button of all('[data-testid="right-panel"] button:not([role="tab"])'))
    if (/^\d{3}$/.test(button.textContent.trim())) button.remove();
  for (const menu of all('[data-testid="dropdown-menu"]')) menu.parentElement?.remove();
  for (const dropdown of all('[data-testid="dropdown"]')) flatten(dropdown);
  for (const control of all('[data-component-name="CodeBlock/CodeBlockControls"]'))
    control.parentElement?.removeChild(control);
  // The media type stands beside the body's title.
  for (const select of all('select')) select.parentElement?.remove();
  for (const anchor of all('.deep-link-anchor a')) {
    anchor.classList.add('deep-link');
    anchor.innerHTML = '<span aria-hidden="true">#</span>';
  }
  for (const use of all('use')) use.closest('a')?.replaceChildren('#');
  for (const icon of all('svg')) icon.setAttribute('aria-hidden', 'true');

  securityDetails(root, contract, text.security);

  for (const button of all('button:not([role="tab"])')) button.remove();
  // With one operation a tag, its list says what the next heading says.
  const operations = interfaceIn(language)('operations', 'Operations').trim();
  for (const panel of all('[data-testid="right-panel"]'))
    if (panel.textContent.trim() === operations) panel.replaceChildren();
  for (const pre of all('pre')) {
    pre.insertAdjacentHTML(
      'beforebegin',
      `<button type="button" class="copy" data-copied="${text.copied}">${text.copy}</button>`,
    );
    pre.parentElement?.classList.add('copyable');
    pre.setAttribute('tabindex', '0');
    pre.setAttribute('role', 'group');
    pre.setAttribute('aria-label', text.code);
  }

  const written = JSON.stringify(contract);
  for (const element of all('em'))
    if (element.children.length === 0) element.textContent = typeIn(language, element.textContent);
  for (const element of all('[aria-label]')) {
    const label = element.getAttribute('aria-label') ?? '';
    if (element.matches('.tabs [role="tablist"]')) continue;
    const [, part] = /^link to (.+)$/s.exec(label) ?? [];
    if (part) {
      element.setAttribute('aria-label', linkTo(language, headingAround(element) ?? part));
      continue;
    }
    const own = label === text.code || label === text.security || written.includes(JSON.stringify(label));
    if (!own) element.setAttribute('aria-label', labelIn(language, label));
  }
  for (const element of all('th, span, div, p'))
    if (element.children.length === 0 && /^(Enum Value|Description)$/.test(element.textContent))
      element.textContent = labelIn(language, element.textContent);

  // Redoc shows the summary of an example as it is written.
  for (const element of all('span, p, div'))
    if (element.children.length === 0 && /`[^`]+`/.test(element.textContent))
      element.innerHTML = element.innerHTML.replace(/`([^`]+)`/g, '<code>$1</code>');

  // Redoc skips a level below the title of an operation.
  for (const skipped of all('h4')) renameTag(skipped, 'h3');
  for (const skipped of all('h5')) renameTag(skipped, 'h4');
  styleAttributesToClasses(all('[style]'));
  for (const element of all('[data-testid], [data-discover], [data-component-name], [data-source-code]'))
    for (const name of ['data-testid', 'data-discover', 'data-component-name'])
      if (!/panel$/.test(element.getAttribute(name) ?? '')) element.removeAttribute(name);
}

/** The heading that an element belongs to, without the mark that links to it. */
function headingAround(element: Element): string | undefined {
  return element.closest('h1, h2, h3, h4')?.textContent.replace(/^#/, '').trim();
}

function flatten(dropdown: Element): void {
  const trigger = dropdown.querySelector('button');
  // The choice of a language is tabs now; what stays is the method with its path, and the name of an example.
  for (const arrow of trigger?.querySelectorAll('svg') ?? []) arrow.remove();
  const kept = trigger && (trigger.hasAttribute('aria-label') || trigger.textContent.includes('/'));
  dropdown.outerHTML = kept ? `<div class="${trigger.className} flat">${trigger.innerHTML}</div>` : '';
}

function renameTag(element: Element, tag: string): void {
  const renamed = element.ownerDocument.createElement(tag);
  for (const { name, value } of element.attributes) renamed.setAttribute(name, value);
  renamed.replaceChildren(...element.childNodes);
  element.replaceWith(renamed);
}

/** Redoc shows what a security scheme wants in a dialog; here it stands below the scheme's name. */
function securityDetails(root: Element, contract: Contract, title: string): void {
  for (const [name, scheme] of Object.entries(contract.components.securitySchemes)) {
    const label = [...root.querySelectorAll('span')].find(
      (span) => span.children.length === 0 && span.textContent === name,
    );
    label?.parentElement?.insertAdjacentHTML(
      'afterend',
      `<div class="security" role="note" aria-label="${title}">${marked.parse(scheme.description, { async: false })}</div>`,
    );
  }
}

/** A strict content security policy refuses style attributes; the only ones to keep colour the code. */
function styleAttributesToClasses(elements: Element[]): void {
  for (const element of elements) {
    const token = /--code-block-tokens-([\w-]+)-color/.exec(element.getAttribute('style') ?? '');
    if (token?.[1]) element.classList.add(`token-${token[1]}`);
    element.removeAttribute('style');
  }
}
