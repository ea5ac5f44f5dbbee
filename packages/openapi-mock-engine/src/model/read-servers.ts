import { isObject, type JsonObject, membersAt, objectsAt, textAt } from './json.ts';
import type { Server } from './operation.ts';

/** The servers of a document, a path or an operation. */
export function readServers(node: JsonObject): readonly Server[] {
  return objectsAt(node, 'servers').map(readServer);
}

function readServer(node: JsonObject): Server {
  const url = textAt(node, 'url') ?? '/';
  const variables = membersAt(node, 'variables').map(([name, variable]) => {
    const of = isObject(variable) ? variable : {};
    return {
      name,
      default: String(of.default ?? ''),
      enum: Array.isArray(of.enum) ? of.enum.map(String) : [],
      description: textAt(of, 'description'),
    };
  });
  return { url, defaultUrl: fillServer(url, variables), description: textAt(node, 'description'), variables };
}

/**
 * The URL of a server with its variables filled in.
 *
 * @param values by variable name; missing ones use their default
 */
export function serverUrl(server: Server, values: { readonly [name: string]: string } = {}): string {
  return fillServer(
    server.url,
    server.variables.map((variable) => ({ ...variable, default: values[variable.name] ?? variable.default })),
  );
}

function fillServer(url: string, variables: readonly { name: string; default: string }[]): string {
  return url.replace(
    /\{([^}]+)\}/g,
    (braces, name: string) => variables.find((one) => one.name === name)?.default ?? braces,
  );
}
