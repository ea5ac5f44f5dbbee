/** Formats that the standards of the internet define: hosts, addresses, URIs and templates of them. */

/** A host name of ASCII letters (RFC 1123). Labels in Punycode are not decoded. */
export function isHostname(text: string): boolean {
  return (
    text.length <= 253 &&
    /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i.test(text)
  );
}

/** A host name in any script. The platform converts it (UTS 46); the rules for single characters of RFC 5892 are not checked. */
export function isIdnHostname(text: string): boolean {
  if (!/^[^\s:/?#[\]@\\%]+$/u.test(text) || !URL.canParse(`http://${text}/`)) return false;
  const ascii = new URL(`http://${text}/`).hostname;
  // Numbers would have been read as an IPv4 address.
  return !isIpv4(ascii) && isHostname(ascii) && !/(?:^|\.)(?!xn)..--/.test(ascii);
}

export function isIpv4(text: string): boolean {
  return /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/.test(text);
}

export function isIpv6(text: string): boolean {
  // The platform parses the address in a URL; zones and brackets are not part of the format.
  return /^[0-9a-f:.]+$/i.test(text) && URL.canParse(`http://[${text}]/`);
}

export function isEmail(text: string): boolean {
  const [, literal, domain = ''] =
    /^(?:[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*|"(?:[ !#-[\]-~]|\\[ -~])*")@(?:\[([^\]]*)\]|(.*))$/i.exec(
      text,
    ) ?? [];
  if (literal === undefined) return isHostname(domain);
  return /^IPv6:/i.test(literal) ? isIpv6(literal.slice(5)) : isIpv4(literal);
}

/** The parts of a URI (RFC 3986, appendix B). */
const parts = /^(?:([^:/?#]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s;

/** Characters beyond ASCII that an IRI may have, and those for private use, which only its query may have (RFC 3987). */
const ucs = '\\u{A0}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFEF}\\u{10000}-\\u{EFFFD}';
const privateUse = '\\u{E000}-\\u{F8FF}\\u{F0000}-\\u{10FFFD}';

/** Texts of the characters that any part may have, and more. */
function charactersOf(more: string): RegExp {
  return new RegExp(`^(?:[a-z0-9\\-._~!$&'()*+,;=${more}]|%[0-9a-f]{2})*$`, 'iu');
}

const grammars = {
  ascii: { path: charactersOf(':@/'), query: charactersOf(':@/?'), user: charactersOf(':') },
  any: {
    path: charactersOf(`:@/${ucs}`),
    query: charactersOf(`:@/?${ucs}${privateUse}`),
    user: charactersOf(`:${ucs}`),
  },
};

type Grammar = (typeof grammars)['ascii'];

/** A URI, or an IRI, relative to another one or not. */
function isReference(text: string, grammar: Grammar): boolean {
  const [, scheme, authority, path = '', query = '', fragment = ''] = parts.exec(text) ?? [];
  if (scheme !== undefined && !/^[a-z][a-z0-9+.-]*$/i.test(scheme)) return false;
  return (
    (authority === undefined || isAuthority(authority, grammar)) &&
    grammar.path.test(path) &&
    grammar.query.test(query) &&
    grammar.query.test(fragment)
  );
}

function isAuthority(authority: string, { user }: Grammar): boolean {
  const [, credentials = '', host = ''] = /^(?:([^@]*)@)?(\[[^\]]*\]|[^:@[\]]*)(?::\d*)?$/.exec(
    authority,
  ) ?? ['', '%'];
  if (!user.test(credentials)) return false;
  const literal = /^\[(.*)\]$/.exec(host)?.[1];
  if (literal === undefined) return user.test(host);
  return isIpv6(literal) || /^v[0-9a-f]+\.[a-z0-9\-._~!$&'()*+,;=:]+$/i.test(literal);
}

/** A web address needs a host (RFC 9110, 4.2.1). */
const absolute = /^(?!https?:(?:\/{0,2}$|\/\/[/?#]))[a-z][a-z0-9+.-]*:/i;

export function isUri(text: string): boolean {
  return absolute.test(text) && isReference(text, grammars.ascii);
}

export function isUriReference(text: string): boolean {
  return isReference(text, grammars.ascii);
}

export function isIri(text: string): boolean {
  return absolute.test(text) && isReference(text, grammars.any);
}

export function isIriReference(text: string): boolean {
  return isReference(text, grammars.any);
}

const variable =
  /(?:[A-Za-z0-9_]|%[0-9A-Fa-f]{2})(?:\.?(?:[A-Za-z0-9_]|%[0-9A-Fa-f]{2}))*(?:\*|:[1-9]\d{0,3})?/.source;

/** A URI template (RFC 6570). */
const template = new RegExp(
  `^(?:[^\\u0000-\\u0020\\u007F-\\u009F"%<>\\\\^\`{|}]|%[0-9A-Fa-f]{2}|\\{[+#./;?&=,!@|]?${variable}(?:,${variable})*\\})*$`,
  'u',
);

export function isUriTemplate(text: string): boolean {
  return template.test(text);
}
