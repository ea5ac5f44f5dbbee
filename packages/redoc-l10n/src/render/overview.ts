import { type Html, html } from '../html.ts';
import { fill } from '../languages.ts';
import type { Reference, Tag } from '../reference/types.ts';
import { line, type PageContext, prose } from './context.ts';
import { encodeAnchor, endpoint, externalLink, heading } from './parts.ts';
import { renderSecuritySchemes } from './security.ts';

/** The title of the reference, with its summary. */
export function renderIntro(reference: Reference, context: PageContext): Html {
  const { words } = context;
  const version =
    reference.version !== '' &&
    html` <span class="badge">${fill(words.version, { version: reference.version })}</span>`;
  return html`<div class="intro"><h1>${reference.title}${version}</h1>${prose(reference.summary, context)}</div>`;
}

/** The part after the operations: prose, authorization, servers and contact. */
export function renderBackground(reference: Reference, context: PageContext): Html {
  const { words } = context;
  const { introduction, sections, externalDocs, contact, license, termsOfService } = reference;
  const more = [
    externalDocs && html`<li>${externalLink(externalDocs, words.moreInformation)}</li>`,
    contact && html`<li>${words.contact}${words.colon} ${externalLink(contact, contact.url ?? '')}</li>`,
    license && html`<li>${words.license}${words.colon} ${externalLink(license, license.url ?? '')}</li>`,
    termsOfService !== undefined &&
      html`<li><a href="${termsOfService}" rel="external">${words.terms}</a></li>`,
  ].filter(Boolean);
  const start =
    (introduction.trim() !== '' || more.length > 0) &&
    html`<section class="prose">${heading(2, 'overview', words.overview, words.overview, context)}${prose(introduction, context)}${more.length > 0 && html`<ul class="facts">${more}</ul>`}</section>`;
  return html`<div class="background">${start}${sections.map((section) => {
    const level = section.level > 2 ? 3 : 2;
    return html`<section class="prose">${heading(level, section.id, line(section.title, context), section.title, context)}${prose(section.markdown, context)}</section>`;
  })}${renderSecuritySchemes(context)}${renderServers(reference, context)}</div>`;
}

function renderServers({ servers }: Reference, context: PageContext): Html | undefined {
  if (servers.length === 0) return undefined;
  const { words } = context;
  return html`<section class="prose">${heading(2, 'servers', words.servers, words.servers, context)}<ul class="servers">${servers.map(
    ({ url, description, variables }) =>
      html`<li><code>${url}</code>${description !== undefined && html` ${line(description, context)}`}${variables.length > 0 && html`<ul class="facts">${variables.map((one) => html`<li><code>${one.name}</code>${words.colon} ${words.default} <code>${one.default}</code>${one.enum.length > 0 && html`; ${words.allowed}${words.colon} ${one.enum.map((value, i) => html`${i > 0 && ', '}<code>${value}</code>`)}`}${one.description !== undefined && html`. ${line(one.description, context)}`}</li>`)}</ul>`}</li>`,
  )}</ul></section>`;
}

/** A list of all operations, for a reference of several pages. */
export function renderOperationList(tags: readonly Tag[], context: PageContext): Html {
  const { words } = context;
  let group: string | undefined;
  const blocks = tags.map((tag) => {
    const starts = tag.group !== group;
    group = tag.group;
    const title = tag.title === '' ? words.otherOperations : tag.title;
    const rows = tag.operations.map(
      (one) =>
        html`<li id="${one.id}"><a href="${context.link(`#${encodeAnchor(one.id)}`)}">${one.title}</a> <span class="endpoint" dir="ltr">${endpoint(one.method, one.path)}</span></li>`,
    );
    return html`${starts && tag.group !== undefined && html`<p class="tag-group">${tag.group}</p>`}<section class="tag-list"><h3 id="${tag.id}"><a href="${context.link(`#${encodeAnchor(tag.operations[0]?.id ?? tag.id)}`)}">${title}</a></h3>${prose(tag.description, context)}<ul>${rows}</ul></section>`;
  });
  return html`<section class="operation-list">${heading(2, 'operations', words.operations, words.operations, context)}${blocks}</section>`;
}

/** The title and description of a tag. */
export function renderTag(tag: Tag, level: 1 | 2, context: PageContext): Html {
  const { words } = context;
  const title = tag.title === '' ? words.otherOperations : tag.title;
  const about = html`${prose(tag.description, context)}${tag.externalDocs && html`<p>${externalLink(tag.externalDocs, words.moreInformation)}</p>`}`;
  return level === 1
    ? html`<div class="intro"><h1 id="${tag.id}">${title}</h1>${about}</div>`
    : html`<section class="prose tag">${heading(2, tag.id, title, title, context)}${about}</section>`;
}
