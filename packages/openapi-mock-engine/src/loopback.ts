/** Which hosts are this machine, the only one that the mock contacts or accepts commands from by default. */

/** Whether a host name is this machine: `localhost` and its subdomains, `127.0.0.0/8` or `::1`; IPv6 with or without brackets. */
export function isLoopback(hostname: string): boolean {
  return /^(?:(?:.+\.)?localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/i.test(hostname);
}

/** Whether a text is an http or https URL of this machine. */
export function isLoopbackUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return /^https?:$/.test(protocol) && isLoopback(hostname);
}
