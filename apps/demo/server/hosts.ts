/** Which names a request may come by. */
import { isLoopback } from '@session-series/client';

/**
 * True for a name that this server goes by. A foreign name that resolves to this machine would otherwise make another
 * site's page part of this one (DNS rebinding).
 */
export function isOwnName(hostname: string, allowedHosts: readonly string[]): boolean {
  return isLoopback(hostname) || allowedHosts.includes(hostname.toLowerCase());
}

/**
 * True when a browser sent the request for another site's page: such a page could spend the key's rate limit.
 *
 * @param url of the request, whose host has been checked
 */
export function isForeign(url: URL, site: string | undefined, origin: string | undefined): boolean {
  if (site && site !== 'same-origin' && site !== 'none') return true;
  if (!origin) return false;
  // Behind a proxy that ends TLS, the scheme differs and the host does not.
  return !URL.canParse(origin) || new URL(origin).host !== url.host;
}
