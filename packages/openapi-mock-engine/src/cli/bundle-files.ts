import { relative, resolve } from 'node:path';
import { isObject } from '../model/json.ts';
import { reason } from '../reason.ts';
import { parseText } from './parse-text.ts';
import { FileError } from './served.ts';

/** A contract that was written in several files, as one document. */
export interface BundledContract {
  document: unknown;
  /** All of its files, the first one first. */
  files: readonly string[];
}

/** Whether a document refers to another one by `$ref`. What extensions refer to is for other tools. */
export function refersToFiles(document: unknown): boolean {
  const seen = new Set<unknown>();
  const visit = (node: unknown): boolean => {
    if (typeof node !== 'object' || node === null || seen.has(node)) return false;
    seen.add(node);
    if (Array.isArray(node)) return node.some(visit);
    if (isObject(node) && typeof node.$ref === 'string' && /^[^#]/.test(node.$ref)) return true;
    return Object.entries(node).some(([key, value]) => !key.startsWith('x-') && visit(value));
  };
  return visit(document);
}

/**
 * Follows the references of a contract to other files, with the bundler of Redocly. Nothing is read from the network.
 *
 * @throws FileError if a reference cannot be resolved or is a URL, or if the bundler is not installed
 */
export async function bundleFiles(file: string): Promise<BundledContract> {
  const { BaseResolver, bundle, createConfig } = await import('@redocly/openapi-core').catch(
    (error: unknown) => {
      throw new FileError(
        `${file}: refers to other files, and @redocly/openapi-core, which reads them, cannot be loaded (${reason(error).split('\n')[0]}). ` +
          'Install it, or bundle the contract first, for example with `npx @redocly/cli bundle`.',
      );
    },
  );
  class LocalResolver extends BaseResolver {
    override async loadExternalRef(reference: string) {
      if (/^[a-z][a-z0-9+.-]+:\/\//i.test(reference))
        throw new Error(`${reference} is not on this machine. Expected a file.`);
      return super.loadExternalRef(reference);
    }

    /** The parser of the bundler is stricter than that of a contract in one file. */
    override parseDocument(
      source: Parameters<typeof BaseResolver.prototype.parseDocument>[0],
      isRoot = false,
    ) {
      try {
        return super.parseDocument(source, isRoot);
      } catch {
        return { source, parsed: parseText(source.body, relative('', source.absoluteRef)) };
      }
    }
  }
  const config = await createConfig({});
  const result = await bundle({ ref: file, config, externalRefResolver: new LocalResolver() });
  const problem = result.problems.find(
    ({ severity, location }) =>
      severity === 'error' && !location.some(({ pointer }) => pointer !== undefined && /\/x-/.test(pointer)),
  );
  if (problem !== undefined) {
    const [location] = problem.location;
    const place =
      location === undefined
        ? file
        : `${relative('', location.source.absoluteRef)}${location.pointer === undefined ? '' : ` ${location.pointer}`}`;
    throw new FileError(`${place}: ${problem.message.split('\n')[0]}`);
  }
  const root = resolve(file);
  const others = [...result.fileDependencies].map((path) => resolve(path)).filter((path) => path !== root);
  return { document: result.bundle.parsed, files: [file, ...others] };
}
