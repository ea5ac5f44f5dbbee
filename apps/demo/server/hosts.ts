/** The host names and origins that requests may have. */
import { isLoopback } from '@session-series/client';

/**
 * Whether a host name belongs to this server. Without this check, DNS rebinding would give pages of other sites
 * access.
 */
export function isOwnName(hostname: string, allowedHosts: readonly string[]): boolean {
  return isLoopback(hostname) || allowedHosts.includes(hostname.toLowerCase());
}

/**
 * Whether a browser sent the request for a page of another site, which could use up the rate limit of the key.
 *
 * @param url the URL of the request, whose host has been checked
 */
export function isForeign(url: URL, site: string | undefined, origin: string | undefined): boolean {
  if (site && site !== 'same-origin' && site !== 'none') return true;
  if (!origin) return false;
  // Behind a proxy that terminates TLS, the scheme differs, but not the host.
  return !URL.canParse(origin) || new URL(origin).host !== url.host;
}
