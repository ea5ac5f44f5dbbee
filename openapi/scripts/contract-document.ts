/** The parts of an OpenAPI document that the scripts of this package read. Everything else passes through. */
export interface ContractDocument {
  paths: Record<string, Record<string, Operation>>;
  [part: string]: unknown;
}

/** One operation, as far as code samples concern it. */
export interface Operation {
  operationId?: string;
  'x-codeSamples'?: CodeSample[];
  [part: string]: unknown;
}

/** One entry of `x-codeSamples`, the extension that Redoc and other docs tools read. */
export interface CodeSample {
  /** Language for highlighting. */
  lang: string;
  /** What the reader sees on the tab. A proper name: the same in every language. */
  label: string;
  source: string;
}
