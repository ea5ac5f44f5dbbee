/** The one function of `openapi-to-postmanv2` that this package calls; the package ships no types. */
declare module 'openapi-to-postmanv2' {
  interface Conversion {
    result: boolean;
    reason?: string;
    output?: { type: string; data: object }[];
  }
  const converter: {
    convertV2(
      input: { type: 'string'; data: string },
      options: Record<string, unknown>,
      done: (error: Error | null, conversion?: Conversion) => void,
    ): void;
  };
  export default converter;
}
