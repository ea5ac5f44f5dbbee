/** The parts of an OpenAPI document that the scripts of this package read. Everything else is passed through. */
export interface ContractDocument {
  paths: Record<string, Record<string, Operation>>;
  [part: string]: unknown;
}

/** The part of an operation that code samples use. */
export interface Operation {
  operationId?: string;
  'x-codeSamples'?: CodeSample[];
  [part: string]: unknown;
}

/** One entry of `x-codeSamples`, the extension that Redoc and other docs tools read. */
export interface CodeSample {
  /** Language for highlighting. */
  lang: string;
  /** Label of the tab. A proper name, the same in every language. */
  label: string;
  source: string;
}
