/** Which back end answers the page. */
export type BackEnd =
  /** The mock inside the page, for a host that serves files only. */
  | { backEnd: 'browser' }
  /** A mock server. */
  | { backEnd: 'mock'; url: string }
  /** The real API behind the demo's own server. */
  | { backEnd: 'real'; instance: string };

/** Asks the server that sent the page; a host that serves files only has a file that says `browser`. */
export async function loadBackEnd(): Promise<BackEnd> {
  try {
    const response = await fetch('config.json');
    const config: unknown = await response.json();
    return isBackEnd(config) ? config : { backEnd: 'browser' };
  } catch {
    return { backEnd: 'browser' };
  }
}

function isBackEnd(config: unknown): config is BackEnd {
  if (typeof config !== 'object' || config === null || !('backEnd' in config)) return false;
  switch (config.backEnd) {
    case 'browser':
      return true;
    case 'mock':
      return 'url' in config && typeof config.url === 'string';
    case 'real':
      return 'instance' in config && typeof config.instance === 'string';
    default:
      return false;
  }
}
