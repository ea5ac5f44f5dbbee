/** The ways to send a credential. Each is a separate function, so that bundles only contain what they use. */
import type { ChooseSchemes, SecurityScheme, SendCredential } from './operation.ts';

/** A token: bearer, OAuth 2, OpenID Connect. */
export const bearer: SendCredential = ({ headers }, token) => {
  headers['authorization'] = `Bearer ${token}`;
};

/** A user name and a password: `user:password`. */
export const basic: SendCredential = ({ headers }, secret) => {
  headers['authorization'] = `Basic ${btoa(secret)}`;
};

/** A key in a header. */
export const headerKey: SendCredential = ({ headers }, key, name) => {
  headers[name.toLowerCase()] = key;
};

/** A key in the query. */
export const queryKey: SendCredential = (request, key, name) => {
  const { url } = request;
  request.url = `${url}${url.includes('?') ? '&' : '?'}${encodeURIComponent(name)}=${encodeURIComponent(key)}`;
};

/** A key in a cookie. */
export const cookieKey: SendCredential = ({ headers }, key, name) => {
  const others = headers['cookie'] === undefined ? '' : `${headers['cookie']}; `;
  headers['cookie'] = `${others}${name}=${encodeURIComponent(key)}`;
};

/** The first of several alternatives for which all credentials are available. */
export const firstOf =
  (id: string, alternatives: readonly (readonly SecurityScheme[])[]): ChooseSchemes =>
  (credentials) => {
    const chosen = alternatives.find((schemes) => schemes.every((scheme) => credentials[scheme.id]));
    if (chosen) return chosen;
    const names = alternatives
      .map((schemes) => schemes.map((scheme) => scheme.id).join(' and '))
      .join(', or ');
    throw new TypeError(`${id} needs a credential for ${names}; pass it in the option credentials`);
  };
