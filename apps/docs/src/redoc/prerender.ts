import { type ComponentType, createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { ServerStyleSheet } from 'styled-components';
import type { Contract } from '../content/contract.ts';

/** Redoc's page for one contract: its HTML, and the styles that this HTML needs among others. */
export interface Prerendered {
  html: string;
  css: string;
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

/** Loads the patched module; the returned function renders one contract in one language. */
export async function loadRedoc(modulePath: string) {
  const redoc: RedocModule = await import(modulePath);
  return async (contract: Contract, translate: Translate): Promise<Prerendered> => {
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
    const sheet = new ServerStyleSheet();
    const props = {
      items,
      store,
      options,
      basePath: '/',
      spec: document,
      telemetryConfig: { disabled: true },
    };
    const page = createElement(redoc.RedoclyApiDocsStandalone, props);
    const html = renderToStaticMarkup(sheet.collectStyles(page));
    const css = sheet.getStyleTags().replace(/<\/?style[^>]*>/g, '');
    sheet.seal();
    return { html, css };
  };
}
