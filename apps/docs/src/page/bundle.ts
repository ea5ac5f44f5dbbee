import { join } from 'node:path';
import { rolldown } from 'rolldown';

/** A script of src/browser as one minified text: for a page itself (`iife`), or for a file of its own (`es`). */
export async function bundle(room: string, name: string, format: 'iife' | 'es' = 'iife'): Promise<string> {
  const built = await rolldown({ input: join(room, `src/browser/${name}.ts`), logLevel: 'warn' });
  const { output } = await built.generate({ format, minify: true });
  return output[0].code.trim();
}
