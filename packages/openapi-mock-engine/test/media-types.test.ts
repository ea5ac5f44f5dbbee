import { describe, expect, test } from 'vitest';
import { createMockFetch, Mock } from '../src/browser.ts';
import type { MockOptions } from '../src/index.ts';

const book = {
  type: 'object',
  required: ['id', 'title', 'authors'],
  additionalProperties: false,
  properties: {
    id: { type: 'integer', xml: { attribute: true } },
    title: { type: 'string', xml: { name: 'book-title' } },
    price: { type: 'number' },
    authors: { type: 'array', items: { type: 'string', xml: { name: 'author' } } },
    tags: {
      type: 'array',
      xml: { name: 'labels', wrapped: true },
      items: { type: 'string', xml: { name: 'label' } },
    },
  },
  xml: { name: 'book', prefix: 'lib', namespace: 'https://library.example/ns' },
};
const content = { 'application/xml': { schema: { $ref: '#/components/schemas/Book' } } };
const library = {
  openapi: '3.1.0',
  info: { title: 'Library', version: '1.0.0' },
  paths: {
    '/books': {
      post: {
        operationId: 'addBook',
        requestBody: { required: true, content },
        responses: { 200: { description: 'The book', content } },
      },
      get: {
        operationId: 'listBooks',
        responses: {
          200: {
            description: 'Books',
            content: {
              description: 'misplaced',
              'application/vnd.books+json': { example: ['json'] },
              'text/xml': { schema: { type: 'array', items: { $ref: '#/components/schemas/Shelf' } } },
            },
          },
        },
      },
    },
  },
  components: {
    schemas: {
      Book: book,
      Shelf: { type: 'object', required: ['row'], properties: { row: { type: 'integer' } } },
    },
  },
};
const written =
  '<?xml version="1.0" encoding="UTF-8"?>\n<lib:book xmlns:lib="https://library.example/ns" id="7"><book-title>Rain &amp; &lt;sun&gt;</book-title>' +
  '<price>9.5</price><author>Ada</author><author>Ken</author><labels><label>wet</label></labels></lib:book>';
const read = { id: 7, title: 'Rain & <sun>', price: 9.5, authors: ['Ada', 'Ken'], tags: ['wet'] };

async function post(body: string, options: MockOptions = {}) {
  const mock = new Mock(library, options);
  const headers = { 'content-type': 'application/xml; charset=utf-8' };
  const response = await createMockFetch(mock)('https://mock.invalid/books', {
    method: 'POST',
    headers,
    body,
  });
  return {
    mock,
    status: response.status,
    type: response.headers.get('content-type'),
    text: await response.text(),
  };
}

describe('XML', () => {
  test('a body in XML is read and written by the `xml` objects of the schema', async () => {
    const { status, text, type } = await post(written, { handlers: { addBook: ({ body }) => ({ body }) } });
    expect({ status, type, text }).toEqual({ status: 200, type: 'application/xml', text: written });
    const { mock } = await post(written);
    expect(mock.requests()).toMatchObject([{ status: 200, body: read }]);
  });

  test.each([
    ['an open tag', '<lib:book', 'Body: it is not well-formed XML. Expected application/xml.'],
    [
      'a text where a number is',
      written.replace('id="7"', 'id="seven"'),
      'body.id: "seven" is not allowed. Expected an integer.',
    ],
    [
      'a missing element',
      written.replace(/<book-title>.*<\/book-title>/, ''),
      'body.title: is missing. Expected a string.',
    ],
    ['an unknown element', written.replace('<price>', '<prise>1</prise><price>'), 'Did you mean price?'],
    [
      'an entity of the document',
      '<!DOCTYPE x [<!ENTITY e "boom">]><lib:book id="7">&e;</lib:book>',
      'Body: it is not well-formed XML',
    ],
  ])('an XML body with %s is refused with the place', async (_name, body, message) => {
    const { status, text } = await post(body);
    expect(status).toBe(400);
    expect(JSON.parse(text).detail).toContain(message);
  });

  test('XML generated from a schema is valid when it is read again', async () => {
    const { status, text } = await post(written);
    expect(status).toBe(200);
    expect((await post(text)).status).toBe(200);
  });

  test('a list in XML names its elements by their schema', async () => {
    const response = await createMockFetch(library)('https://mock.invalid/books', {
      headers: { accept: 'text/xml' },
    });
    expect(await response.text()).toMatch(/<root>(?:<Shelf><row>\d+<\/row><\/Shelf>)+<\/root>$/);
  });
});

describe('Accept', () => {
  const ask = async (accept: string) => {
    const response = await createMockFetch(library)('https://mock.invalid/books', { headers: { accept } });
    return `${response.status} ${response.headers.get('content-type')}`;
  };

  test('a version in Accept that the contract does not name is ignored', async () => {
    expect(await ask('application/vnd.books+json; version=2')).toBe('200 application/vnd.books+json');
  });

  test('a name without a slash in Accept is never used as a media type', async () => {
    expect(await ask('*/*')).toBe('200 application/vnd.books+json');
  });
});
