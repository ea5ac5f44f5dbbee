/** A small contract with a resource, for tests of everything around the answers. */
export const pets = {
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1.0.0' },
  servers: [{ url: 'https://api.pets.example/v2' }],
  paths: {
    '/pets': {
      get: {
        operationId: 'listPets',
        parameters: [
          { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 100 } },
          { name: 'a_b', in: 'query', schema: { type: 'string' } },
        ],
        responses: {
          200: {
            description: 'Pets',
            content: {
              'application/json': { schema: { type: 'array', items: { $ref: '#/components/schemas/Pet' } } },
            },
          },
          400: { $ref: '#/components/responses/Refused' },
          429: { $ref: '#/components/responses/Refused' },
        },
      },
      post: {
        operationId: 'createPet',
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/NewPet' } } },
        },
        responses: {
          201: {
            description: 'The pet',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } },
          },
          400: { $ref: '#/components/responses/Refused' },
        },
      },
    },
    '/pets/{petId}': {
      parameters: [{ name: 'petId', in: 'path', required: true, schema: { type: 'integer' } }],
      get: {
        operationId: 'getPet',
        responses: {
          200: {
            description: 'The pet',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } },
          },
          404: { $ref: '#/components/responses/Refused' },
        },
      },
      patch: {
        operationId: 'updatePet',
        requestBody: { content: { 'application/json': { schema: { type: 'object' } } } },
        responses: {
          200: {
            description: 'The pet',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } },
          },
        },
      },
      put: {
        operationId: 'replacePet',
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/NewPet' } } } },
        responses: {
          200: {
            description: 'The pet',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } },
          },
        },
      },
      delete: {
        operationId: 'deletePet',
        responses: { 204: { description: 'Gone' }, 404: { $ref: '#/components/responses/Refused' } },
      },
    },
    '/a_b': {
      get: {
        operationId: 'underscore',
        responses: { 200: { description: 'OK', content: { 'text/plain': { example: 'ok' } } } },
      },
    },
  },
  webhooks: {
    petBorn: {
      post: {
        operationId: 'petBorn',
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } } },
        responses: { 204: { description: 'Received' } },
      },
    },
  },
  components: {
    schemas: {
      NewPet: {
        type: 'object',
        required: ['name'],
        additionalProperties: false,
        properties: {
          name: { type: 'string', minLength: 1 },
          tag: { type: 'string' },
          owner: { type: 'object', properties: { email: { type: 'string', format: 'email' } } },
        },
      },
      Pet: {
        type: 'object',
        required: ['id', 'name'],
        properties: {
          id: { type: 'integer' },
          name: { type: 'string' },
          tag: { type: 'string' },
          owner: { type: 'object', properties: { email: { type: 'string', format: 'email' } } },
        },
      },
      Error: {
        type: 'object',
        required: ['message'],
        properties: { message: { type: 'string' }, errors: { type: 'array', items: { type: 'string' } } },
      },
    },
    responses: {
      Refused: {
        description: 'Refused',
        headers: { 'Retry-After': { schema: { type: 'integer' }, example: 30 } },
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    },
  },
};
