import { type McpServer, ResourceTemplate } from '@modelcontextprotocol/server';
import type { Context } from '../context.ts';
import { type Contract, languages, loadContract } from '../contract.ts';
import { CommandError } from '../exit-codes.ts';
import { Bytes } from '../export/bytes.ts';
import { csv } from '../export/formats/csv.ts';
import { argumentsOf, type SeriesReader } from './series.ts';

/** The contract, its guides, and the rows of series. */
export function registerResources(server: McpServer, reader: SeriesReader, context: Context): void {
  const { words } = context;
  for (const language of languages) {
    const contract = loadContract(language);
    const uri = `session-series://contract/${language}`;
    const mimeType = 'application/vnd.oai.openapi+json';
    server.registerResource(
      `contract-${language}`,
      uri,
      { title: words.mcp.contractTitle(language), description: contract.title, mimeType },
      () => ({ contents: [{ uri, mimeType, text: JSON.stringify(contract.document) }] }),
    );
    for (const guide of guidesOf(contract)) registerGuide(server, guide, language);
  }
  server.registerResource(
    'rows',
    new ResourceTemplate('session-series://rows/{query}', { list: undefined }),
    { title: words.mcp.rowsTitle, description: words.mcp.rowsDescription, mimeType: 'text/csv' },
    async (uri, { query: encoded }, { mcpReq }) => {
      if (typeof encoded !== 'string') throw new CommandError('usage', words.mcp.badRows);
      const { query, calendar } = reader.queryOf(argumentsOf(encoded, words));
      const { records } = await reader.fetch(query, calendar, mcpReq.signal);
      const bytes = new Bytes();
      bytes.text(csv.header);
      for (const record of records) csv.append(record, bytes);
      const text = bytes.takeText();
      return { contents: [{ uri: uri.href, mimeType: 'text/csv', text }] };
    },
  );
}

interface Guide {
  slug: string;
  title: string;
  text: string;
}

/** The sections of the contract's description: key, times, rate limit and errors. */
function guidesOf({ description, operation }: Contract): Guide[] {
  const sections = description.split(/^## /m).slice(1);
  const guides = sections.map((section, index) => {
    const [title = '', ...lines] = section.split('\n');
    return { slug: String(index + 1), title: title.trim(), text: `# ${title.trim()}\n${lines.join('\n')}` };
  });
  return [
    ...guides,
    {
      slug: 'operation',
      title: operation.summary,
      text: `# ${operation.summary}\n\n${operation.description}`,
    },
  ];
}

function registerGuide(server: McpServer, { slug, title, text }: Guide, language: string): void {
  const uri = `session-series://guides/${language}/${slug}`;
  const mimeType = 'text/markdown';
  server.registerResource(`guide-${language}-${slug}`, uri, { title, mimeType }, () => ({
    contents: [{ uri, mimeType, text }],
  }));
}
