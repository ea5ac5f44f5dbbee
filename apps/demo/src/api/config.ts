/** Which back end answers the page. */
export type BackEnd =
  /** The mock inside the page, for a host that serves files only. */
  | { backEnd: 'browser' }
  /** A mock server. */
  | { backEnd: 'mock'; url: string }
  /** The real API behind the demo's own server. */
  | { backEnd: 'real'; instance: string };

/** What the host of the page says about it. */
export interface Config {
  backEnd: BackEnd;
  /** Where the docs are: a folder for each language below it. Undefined: there are none to link to. */
  docs: string | undefined;
}

/** Reads `config.json`, which the demo's server makes; a host that serves files only has a file that says `browser`. */
export async function loadConfig(): Promise<Config> {
  try {
    const response = await fetch('config.json');
    return readConfig(await response.json());
  } catch {
    return readConfig(undefined);
  }
}

function readConfig(config: unknown): Config {
  const docs = field(config, 'docs');
  return {
    backEnd: isBackEnd(config) ? config : { backEnd: 'browser' },
    docs: typeof docs === 'string' && docs !== '' ? docs : undefined,
  };
}

function isBackEnd(config: unknown): config is BackEnd {
  switch (field(config, 'backEnd')) {
    case 'browser':
      return true;
    case 'mock':
      return typeof field(config, 'url') === 'string';
    case 'real':
      return typeof field(config, 'instance') === 'string';
    default:
      return false;
  }
}

function field(object: unknown, name: string): unknown {
  return typeof object === 'object' && object !== null
    ? Object.entries(object).find(([key]) => key === name)?.[1]
    : undefined;
}
