/** The one function of `turborepo-remote-cache` that this package calls; the package ships no types. */
declare module 'turborepo-remote-cache' {
  export function createApp(options: {
    logger: boolean;
    /** Override environment variables of the same names. */
    configOverrides: Record<string, string | boolean>;
  }): { listen(options: { host: string; port: number }): Promise<string> };
}
