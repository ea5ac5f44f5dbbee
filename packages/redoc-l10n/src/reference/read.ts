import { InputError, type JsonObject } from 'openapi-l10n';
import { type Contract, ContractError, readContract } from 'openapi-mock-engine/model';
import type { Localized } from '../description/read.ts';
import { Resolver } from '../description/resolver.ts';
import { asList, asObject, asText, objectsIn } from '../json.ts';
import type { Outline, OutlineGroup } from '../redoc/outline.ts';
import { readLink, readOperation, readServer } from './operation.ts';
import { cutProse } from './sections.ts';
import type { Reference, SecurityScheme, Tag } from './types.ts';

/**
 * Reads the content of the reference.
 *
 * @param localized the description in the language of the page.
 * @param outline the outline of the description in its source language: every language has the same pages and anchors.
 * @throws {InputError} when the description is inconsistent, for example because of an unresolved reference.
 */
export function readReference(localized: Localized, outline: Outline): Reference {
  const { document } = localized;
  const resolver = new Resolver(document);
  const contract = modelOf(localized);
  const info = asObject(document.info);
  const { introduction, sections } = cutProse(asText(info.description) ?? '', outline.sections);
  return {
    title: asText(info.title) ?? 'API',
    version: asText(info.version) ?? '',
    summary: asText(info.summary),
    introduction,
    sections,
    tags: readTags(document, outline, contract, resolver),
    servers: contract.servers.map((server, i) => readServer(server, asList(document.servers)[i])),
    securitySchemes: readSecuritySchemes(document, resolver),
    externalDocs: readLink(document.externalDocs),
    contact: readContact(asObject(info.contact)),
    license: readLicense(asObject(info.license)),
    termsOfService: asText(info.termsOfService),
  };
}

function modelOf({ document, file }: Localized): Contract {
  try {
    return readContract(document);
  } catch (cause) {
    if (cause instanceof ContractError) throw new InputError(`${file}: ${cause.message}`, { cause });
    throw cause;
  }
}

function readTags(document: JsonObject, outline: Outline, contract: Contract, resolver: Resolver): Tag[] {
  const operations = new Map([...contract.operations, ...contract.webhooks].map((one) => [one.pointer, one]));
  return outline.groups.map(
    (group): Tag => ({
      ...tagTexts(document, group),
      operations: group.operations.flatMap(({ id, pointer, webhook }) => {
        const operation = operations.get(pointer);
        return operation ? [readOperation({ id, webhook }, operation, resolver)] : [];
      }),
    }),
  );
}

/** The tag of a group, without its operations. */
export function tagTexts(document: JsonObject, group: OutlineGroup): Omit<Tag, 'operations'> {
  const tag = asObject(asList(document.tags).find((one) => asObject(one).name === group.tag));
  const tagGroup = asObject(asList(document['x-tagGroups'])[group.tagGroup ?? -1]);
  return {
    id: group.id,
    title: asText(tag['x-displayName']) ?? asText(tag.summary) ?? group.tag ?? '',
    group: asText(tagGroup.name),
    description: asText(tag.description),
    externalDocs: readLink(tag.externalDocs),
  };
}

function readSecuritySchemes(document: JsonObject, resolver: Resolver): SecurityScheme[] {
  return objectsIn(asObject(document.components).securitySchemes).map(([name, node]) => {
    const scheme = resolver.resolve(node);
    return {
      name,
      type: asText(scheme.type) ?? '',
      description: asText(scheme.description),
      scheme: asText(scheme.scheme),
      bearerFormat: asText(scheme.bearerFormat),
      in: asText(scheme.in),
      parameterName: asText(scheme.name),
      openIdConnectUrl: asText(scheme.openIdConnectUrl),
      deprecated: scheme.deprecated === true,
      flows: objectsIn(scheme.flows).map(([flow, object]) => ({
        name: flow,
        authorizationUrl: asText(object.authorizationUrl) ?? asText(object.deviceAuthorizationUrl),
        tokenUrl: asText(object.tokenUrl),
        refreshUrl: asText(object.refreshUrl),
        scopes: Object.entries(asObject(object.scopes)).map(([scope, meaning]) => [scope, String(meaning)]),
      })),
    };
  });
}

function readContact({ name, url, email }: JsonObject): Reference['contact'] {
  const address = asText(url) ?? (typeof email === 'string' ? `mailto:${email}` : undefined);
  return address || name ? { label: asText(name), url: address } : undefined;
}

function readLicense({ name, url, identifier }: JsonObject): Reference['license'] {
  const address =
    asText(url) ?? (asText(identifier) && `https://spdx.org/licenses/${String(identifier)}.html`);
  return name ? { label: asText(name), url: address } : undefined;
}
