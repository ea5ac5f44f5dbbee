import { describe, expect, test } from 'vitest';
import { matchPath, PathMatcher, readContract } from '../../src/model/index.ts';

describe('matching paths', () => {
  const paths = [
    '/pets/{petId}',
    '/pets/mine',
    '/pets/{petId}/toys/{toyId}',
    '/files/{name}.{extension}',
    '/a_b',
  ];
  const matcher = new PathMatcher(
    readContract({
      openapi: '3.1.0',
      paths: Object.fromEntries(paths.map((path) => [path, { get: { operationId: path, responses: {} } }])),
    }).operations,
  );

  test.for([
    ['/pets/7', '/pets/{petId}', { petId: '7' }],
    ['/pets/mine', '/pets/mine', {}],
    ['/pets/a%2Fb', '/pets/{petId}', { petId: 'a%2Fb' }],
    ['/pets/7/toys/8', '/pets/{petId}/toys/{toyId}', { petId: '7', toyId: '8' }],
    ['/files/report.pdf', '/files/{name}.{extension}', { name: 'report', extension: 'pdf' }],
    ['/a%5Fb', '/a_b', {}],
    ['/a%5fb', '/a_b', {}],
    ['/pets', undefined, undefined],
    ['/pets/', undefined, undefined],
    ['/pets/7/', undefined, undefined],
  ] as const)('the path %s is matched by %s', ([path, template, parameters]) => {
    const match = matcher.match(path);
    expect(match?.methods.get('GET')?.id).toBe(template);
    expect(match?.parameters).toEqual(parameters);
  });

  test('a path is matched by a single template', () => {
    expect(matchPath('/pets/{petId}', '/pets/7')).toEqual({ petId: '7' });
    expect(matchPath('/pets/{petId}', '/pets')).toBeUndefined();
  });
});
