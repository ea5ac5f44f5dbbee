import { type ComponentType, createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { ServerStyleSheet } from 'styled-components';
import type { Contract } from '../content/contract.ts';

/** Redoc, as it renders pages at build time. */
export interface Redoc {
  /** The page of one contract in one language, as HTML. */
  render(contract: Contract, translate: Translate): Promise<string>;
  /** The styles of all pages rendered so far, in the order in which Redoc has them override each other. */
  styles(): string;
}

/** Gives the text of the interface for a key of Redoc; `english` is Redoc's own default. */
export type Translate = (key: string | undefined, english: string) => string;

// What the build uses of the patched module; it has the exports of the package `redoc`.
interface RedocModule {
  RedoclyApiDocsStandalone: ComponentType<object>;
  prepareApiDocs(
    input: object,
  ): Promise<{ items: unknown; store: unknown; options: object; document: unknown }>;
}

/** Loads the patched module. */
export async function loadRedoc(modulePath: string): Promise<Redoc> {
  const redoc: RedocModule = await import(modulePath);
  const sheet = new ServerStyleSheet();
  const render = async (contract: Contract, translate: Translate): Promise<string> => {
    Object.assign(globalThis, { redocTranslate: translate });
    const { items, store, options, document } = await redoc.prepareApiDocs({
      spec: structuredClone(contract),
      basePath: '/',
      options: {
        skipBundle: true,
        layout: 'three-panel',
        schemasExpansionLevel: 8,
        jsonSamplesExpandLevel: 8,
        hideSchemaPattern: true,
        hideDownloadButtons: true,
        disableTelemetry: true,
      },
    });
    const props = {
      items,
      store,
      options,
      basePath: '/',
      spec: document,
      telemetryConfig: { disabled: true },
    };
    const page = createElement(redoc.RedoclyApiDocsStandalone, props);
    return renderToStaticMarkup(sheet.collectStyles(page));
  };
  return { render, styles: () => sheet.getStyleTags().replace(/<\/?style[^>]*>/g, '') };
}
