import { type Html, html, raw } from '../html.ts';
import { fill } from '../languages.ts';
import { renderInline } from '../markdown/render.ts';
import type { Operation, SecurityScheme } from '../reference/types.ts';
import { type PageContext, prose } from './context.ts';
import { encodeAnchor, heading, seeAlso } from './parts.ts';

export const securityAnchor = (name: string): string => `security/${name}`;

/** The security requirements of an operation, with links to the schemes. */
export function renderRequirements(operation: Operation, context: PageContext): Html | undefined {
  const { words, reference } = context;
  const { security } = operation;
  if (reference.securitySchemes.length === 0) return undefined;
  if (security.every((alternative) => alternative.length === 0))
    return operation.webhook
      ? undefined
      : html`<p class="authorization">${words.authorization}${words.colon} ${words.authorizationNone}</p>`;
  const one = ({ name, scopes }: Operation['security'][number][number]) => {
    const scheme = reference.securitySchemes.find((item) => item.name === name);
    return html`<a href="${context.link(`#${encodeAnchor(securityAnchor(name))}`)}"><code>${name}</code></a>${scheme && html` (${schemeName(scheme, context)})`}${scopes.length > 0 && html` ${scopes.map((scope) => html`<code>${scope}</code> `)}`}`;
  };
  const alternatives = security.map((alternative) =>
    alternative.length === 0
      ? html`${words.authorizationNone}`
      : html`${alternative.map((item, i) => html`${i > 0 && html` ${words.authorizationAnd} `}${one(item)}`)}`,
  );
  const header =
    security[0]?.[0] &&
    headerOf(reference.securitySchemes.find((item) => item.name === security[0]?.[0]?.name));
  return html`<p class="authorization">${words.authorization}${words.colon} ${alternatives.map((item, i) => html`${i > 0 && html` ${words.authorizationOr} `}${item}`)}</p>${header && seeAlso(header, context)}`;
}

/** All security schemes of the description. */
export function renderSecuritySchemes(context: PageContext): Html | undefined {
  const { words, reference } = context;
  if (reference.securitySchemes.length === 0) return undefined;
  const title = words.authorization;
  return html`<section class="security">${heading(2, 'security', title, title, context)}${reference.securitySchemes.map(
    (scheme) =>
      html`${heading(3, securityAnchor(scheme.name), html`<code>${scheme.name}</code>`, scheme.name, context)}<p class="line">${schemeName(scheme, context)}${scheme.deprecated && html` <span class="badge deprecated">${words.deprecated}</span>`}</p>${prose(scheme.description, context)}${schemeFacts(scheme, context)}`,
  )}</section>`;
}

/** The header that a scheme sets, if any. */
export const headerOf = (scheme: SecurityScheme | undefined): string | undefined =>
  scheme?.type === 'apiKey'
    ? scheme.in === 'header'
      ? scheme.parameterName
      : undefined
    : scheme?.type === 'mutualTLS' || scheme === undefined
      ? undefined
      : 'Authorization';

function schemeName(scheme: SecurityScheme, context: PageContext): Html {
  const { words } = context;
  const code = (text: string) => renderInline(`\`${text}\``, context);
  const { type } = scheme;
  if (type === 'http') return raw(fill(words['scheme.http'], { scheme: code(scheme.scheme ?? '') }));
  if (type === 'apiKey') {
    const place =
      scheme.in === 'query'
        ? words['in.query']
        : scheme.in === 'cookie'
          ? words['in.cookie']
          : words['in.header'];
    return raw(
      fill(words['scheme.apiKey'], { place: fill(place, { name: code(scheme.parameterName ?? '') }) }),
    );
  }
  if (type === 'oauth2') return html`${words['scheme.oauth2']}`;
  if (type === 'openIdConnect') return html`${words['scheme.openIdConnect']}`;
  return html`${type === 'mutualTLS' ? words['scheme.mutualTLS'] : type}`;
}

function schemeFacts(scheme: SecurityScheme, { words }: PageContext): Html {
  const row = (label: string, value: string | undefined) =>
    value !== undefined && html`<li>${label}${words.colon} <code>${value}</code></li>`;
  return html`<ul class="facts">${row(words.tokenFormat, scheme.bearerFormat)}${row(words.discoveryUrl, scheme.openIdConnectUrl)}</ul>${scheme.flows.map(
    (flow) =>
      html`<ul class="facts">${row(words.flow, flow.name)}${row(words.authorizationUrl, flow.authorizationUrl)}${row(words.tokenUrl, flow.tokenUrl)}${row(words.refreshUrl, flow.refreshUrl)}</ul>${flow.scopes.length > 0 && html`<p>${words.scopes}${words.colon}</p><ul>${flow.scopes.map(([scope, meaning]) => html`<li><code>${scope}</code> ${meaning}</li>`)}</ul>`}`,
  )}`;
}
