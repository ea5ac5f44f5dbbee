import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CliProcess } from './support/cli-process.ts';
import { pets } from './support/pets.ts';
import { upstreamApi } from './support/upstream.ts';

describe('the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'engine-'));
  const file = join(folder, 'pets.json');
  writeFileSync(file, JSON.stringify(pets));
  let seen: { headers: object }[] = [];
  const api = upstreamApi((incoming, response) => {
    seen.push({ headers: incoming.headers });
    incoming.resume();
    incoming.on('end', () =>
      response
        .writeHead(200, { 'content-type': 'application/json', 'set-cookie': 'sid=secret' })
        .end(`[{"id":${seen.length},"name":"Rex"}]`),
    );
  });

  test('the command records a real API without credentials, reports where it differs, and replays the recording', async () => {
    seen = [];
    const recording = join(folder, 'recording.jsonl');
    {
      await using proxy = new CliProcess(file, '--port', '0', '--proxy', api.url, '--record', recording);
      const url = await proxy.url();
      const headers = { Authorization: 'Bearer secret' };
      await fetch(`${url}/pets?limit=1&api_key=secret`, { headers });
      await fetch(`${url}/pets?limit=1`, { headers });
      await fetch(`${url}/pets/7`, { headers });
      proxy.child.kill('SIGTERM');
      const { stderr } = await proxy.end();
      expect(stderr).toContain(
        'drift: getPet response: body: [{"id":3,"name":"Rex"}] is not allowed. Expected an object.',
      );
      expect(stderr).toContain('drift: listPets request: api_key');
    }
    expect(seen[0]).toMatchObject({ headers: { authorization: 'Bearer secret' } });
    expect(readFileSync(recording, 'utf8')).not.toContain('secret');
    expect(readFileSync(recording, 'utf8').trim().split('\n')).toHaveLength(3);
    await using replay = new CliProcess(file, '--port', '0', '--replay', recording);
    const url = await replay.url();
    const answers = async (path: string) => (await fetch(url + path)).text();
    expect([
      await answers('/pets?api_key=another&limit=1'),
      await answers('/pets?limit=1'),
      await answers('/pets?limit=1'),
    ]).toEqual(['[{"id":1,"name":"Rex"}]', '[{"id":2,"name":"Rex"}]', '[{"id":2,"name":"Rex"}]']);
    expect(JSON.parse(await answers('/pets/8'))).toMatchObject({ id: 8 });
  });

  test('an unreachable API is answered with 502 and a message', async () => {
    await using proxy = new CliProcess(file, '--port', '0', '--proxy', 'http://127.0.0.1:9');
    const response = await fetch(`${await proxy.url()}/pets`);
    expect([response.status, await response.text()]).toEqual([
      502,
      expect.stringContaining('The API did not answer'),
    ]);
  });

  test('a broken recording prints one message with the line, and exits with 1', async () => {
    const broken = join(folder, 'broken.jsonl');
    writeFileSync(broken, '\n{"request":{}}\n');
    expect(await new CliProcess(file, '--port', '0', '--replay', broken).end()).toEqual({
      code: 1,
      stdout: '',
      stderr: `--replay ${broken}, line 2: is not an exchange. Expected request and response.\n`,
    });
  });
});
