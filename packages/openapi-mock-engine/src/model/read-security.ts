import { type Document, place } from './document.ts';
import { ContractError } from './errors.ts';
import { isObject, membersAt, textAt, toPointer } from './json.ts';
import type { SecurityRequirement, SecurityScheme } from './operation.ts';

const schemeTypes = ['apiKey', 'http', 'oauth2', 'openIdConnect', 'mutualTLS'] as const;

/** The security schemes of a document, by name. @throws ContractError if one is of an unknown type */
export function readSecuritySchemes(document: Document): Map<string, SecurityScheme> {
  const { components } = document.root;
  const found = new Map<string, SecurityScheme>();
  if (!isObject(components)) return found;
  for (const [name, value] of membersAt(components, 'securitySchemes')) {
    const pointer = toPointer(['components', 'securitySchemes', name]);
    const node = document.resolve(value, pointer);
    const type = schemeTypes.find((known) => known === node.type);
    if (type === undefined) {
      throw new ContractError(
        `${pointer}/type: ${JSON.stringify(node.type)} is not supported. Expected ${schemeTypes.join(', ')}.`,
        pointer,
      );
    }
    found.set(name, {
      name,
      type,
      scheme: textAt(node, 'scheme')?.toLowerCase(),
      in: (['query', 'header', 'cookie'] as const).find((known) => known === node.in),
      parameter: type === 'apiKey' ? textAt(node, 'name') : undefined,
      bearerFormat: textAt(node, 'bearerFormat'),
      description: textAt(node, 'description'),
      node,
    });
  }
  return found;
}

/**
 * The alternatives of a `security` field, each with all schemes that it requires. A scheme that is not defined cannot be
 * checked, so it is not required.
 *
 * @param pointer the operation that it applies to
 * @param warn called with each scheme that is not defined
 */
export function readSecurity(
  schemes: ReadonlyMap<string, SecurityScheme>,
  node: unknown,
  pointer: string,
  warn: (warning: string) => void,
): SecurityRequirement[] {
  if (!Array.isArray(node)) return [];
  return node.filter(isObject).map((requirement) =>
    Object.entries(requirement).flatMap(([name, scopes]) => {
      const scheme = schemes.get(name);
      if (scheme !== undefined) return [{ scheme, scopes: Array.isArray(scopes) ? scopes.map(String) : [] }];
      const names = [...schemes.keys()];
      const known = names.length > 5 ? [...names.slice(0, 5), '…'] : names;
      warn(
        `${place(pointer)}: the security scheme ${JSON.stringify(name)} is not defined, so it is not checked. ` +
          `Expected one of ${known.join(', ') || 'components.securitySchemes'}.`,
      );
      return [];
    }),
  );
}
