import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { fromPackageRoot } from '../../scripts/package-files.ts';

const atLeast = (bound: number) =>
  expect.toSatisfy((score: number) => score >= bound, `a score of at least ${bound}`);

test('redocly score rates the contract as high as its rubric allows for this endpoint', () => {
  const report = execFileSync(
    'redocly',
    ['score', 'session-series', '--config', '../redocly.yaml', '--format', 'json'],
    {
      cwd: fromPackageRoot('.'),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  const { subscores, discoverability, agentReadiness }: Record<string, unknown> = JSON.parse(report);
  expect(subscores).toEqual({
    // Cannot be higher: each parameter costs a tenth, and the endpoint has five.
    parameterSimplicity: atLeast(0.5),
    // Cannot be higher: each level of the response costs an eighth, and a series has three: body, list, point.
    schemaSimplicity: atLeast(0.625),
    documentationQuality: 1,
    constraintClarity: 1,
    exampleCoverage: 1,
    errorClarity: 1,
    // 1 today; parameters and responses shared with a second operation will lower it.
    dependencyClarity: atLeast(0.8),
    identifierClarity: 1,
    polymorphismClarity: 1,
  });
  expect(discoverability).toBe(100);
  expect(agentReadiness).toBeGreaterThan(90);
});
