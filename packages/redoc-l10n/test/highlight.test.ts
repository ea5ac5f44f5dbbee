import hljs from 'highlight.js/lib/common';
import { expect, test } from 'vitest';
import { grammars, highlight } from '../src/browser/highlight.ts';
import { codeHtml } from '../src/markdown/code-html.ts';
import { generateSamples } from '../src/samples/generate.ts';

test.each(Object.keys(grammars))(
  'the console gives code in %s the colours of the built page',
  async (language) => {
    const request = {
      method: 'PUT',
      url: 'https://api.example/pets?since=o%27clock&limit=3',
      headers: [['X-Trace', 'a "quoted" <text>']] as const,
      body: '{\n  "name": "Rex",\n  "age": 3\n}',
    };
    const sources = [...generateSamples(request).map(({ source }) => source), request.body, 'run --port 1'];
    for (const source of sources)
      expect(await highlight(source, language)).toBe(codeHtml(hljs, source, language));
    expect((await highlight(sources.join('\n'), language)).match(/class="hljs-/g)?.length).toBeGreaterThan(2);
  },
);

test('the console only escapes code in a language that it does not know', async () => {
  expect(await highlight('a < "b" --c', 'brainstorm')).toBe(
    'a &lt; &quot;b&quot; <span class="option">--c</span>',
  );
});
