import contract from '@session-series/contract/openapi.en.json' with { type: 'json' };

console.log(Object.keys(contract.paths));
