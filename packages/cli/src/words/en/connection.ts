import { count, list, plural } from './numbers.ts';

/** The words about the key, the server and profiles. */
export const connection = {
  key: {
    missing: (variable: string, source?: string) =>
      source === undefined
        ? `There is no REST API key. Set $${variable}, pass --key-file, or make a profile with: session-series profile set`
        : `The key of ${source} is empty. Expected a REST API key.`,
    malformed: (source: string) =>
      `The key of ${source} has characters that no key has, such as spaces or quotation marks. Copy it again.`,
    standardInput: 'standard input',
    profile: 'the profile',
    noFile: (file?: string) =>
      `The key file${file === undefined ? '' : ` ${file}`} does not exist. Expected the name of a file that contains the key.`,
  },
  names: {
    unreadable: (file: string) => `The names cannot be read: ${file} is missing or not readable.`,
    malformed: (file: string) =>
      `${file} is not a list of names. Expected a JSON object of names by identifier, or CSV with identifier and name.`,
  },
  configuration: {
    notJson: (file: string) => `${file} is not JSON. Correct it, or remove it.`,
    noProfiles: (file: string) =>
      `${file} has no profiles. Expected {"profiles": {"default": {"instance": "…"}}}.`,
    readableByOthers: (file: string) =>
      `${file} can be read by other users of this machine, and may contain a key. Run: chmod 600 ${file}`,
    unknownProfile: (name: string, known: readonly string[]) =>
      `There is no profile ${name}. ${known.length > 0 ? `Expected one of ${list(known)}.` : 'Make one with: session-series profile set'}`,
  },
  instance: {
    missing: (variable: string, known: readonly string[]) =>
      `The instance is missing. Pass --instance or set $${variable}: ${list(known)}, or a base URL.`,
    unknown: (known: readonly string[]) =>
      `The instance is not one of the contract's. Expected ${list(known)}, or a base URL that begins with https://.`,
    refused: (message: string) => `The instance cannot be used. ${message}`,
  },
  errors: {
    authentication: (detail: string) =>
      `The server refuses the key (401: ${detail}). Check the key, and that it belongs to this instance: ` +
      'on any other, a valid key is refused in the same way.',
    permission: (detail: string, permission: string) =>
      `The key is valid but may not read this data (403: ${detail}). Create a key with the permission ${permission}.`,
    rateLimit: (reset: Date | undefined) =>
      `The rate limit is used up (429). Try again ${reset ? `after ${reset.toISOString()}` : 'later'}.`,
    status: (status: number, detail: string, attempts: number) =>
      `The server answers ${status}: ${detail}${attempts > 1 ? ` (after ${count(attempts)} attempts)` : ''}.`,
    timeout: (origin: string, attempts: number) =>
      `${origin} did not answer in time (${plural(attempts, 'attempt')}). Try again later.`,
    network: (origin: string, cause: string, attempts: number) =>
      `${origin} cannot be reached: ${cause} (${plural(attempts, 'attempt')}). Check the network, the proxy and the address.`,
    invalid: (message: string) => `The response does not match the contract. ${message}`,
  },
  doctor: {
    subjects: {
      key: 'Key',
      instance: 'Instance',
      network: 'Network',
      permission: 'Permission',
      rateLimit: 'Rate limit',
      clock: 'Clock',
    },
    instance: (name: string, url?: string) => (url ? `${name}, ${url}` : name),
    keyFound: (source: string) => `found in ${source}`,
    reached: 'the server answers',
    permitted: 'the key may read the series',
    rateLimit: (remaining: number, limit: number) =>
      `${count(remaining)} of ${count(limit)} requests are left`,
    clockGood: 'agrees with the server',
  },
  profiles: {
    name: 'The name of the profile; default is used when none is named',
    list: 'List the profiles: name, instance, key file, time zone',
    set: 'Make or change a profile',
    remove: 'Remove a profile',
    instance: 'The instance that the key belongs to, or a base URL',
    keyFile:
      'A file that contains the key; - reads it from standard input and keeps it in the configuration file',
    timeZone: 'The time zone of exports',
    keyKept: '(key in this file)',
    saved: (name: string, file: string) => `Saved the profile ${name} in ${file}.`,
    removed: (name: string, file: string) => `Removed the profile ${name} from ${file}.`,
  },
};
