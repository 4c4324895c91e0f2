// Reads { schemas: folder, cases: [{ name, schema, data }] } from standard input; writes one line a fault. JSON Schema 2020-12, formats asserted.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const base = 'https://raw.githubusercontent.com/openreferral/uk-profile/main/schema/';
const { schemas, cases } = JSON.parse(readFileSync(0, 'utf8'));
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true });
addFormats(ajv);
const folder = join(schemas, 'uk-profile-3.0', 'schema');
for (const part of ['', 'compiled']) {
  for (const file of readdirSync(join(folder, part)).filter(name => name.endsWith('.json') && name !== 'openapi.json' && !name.includes('package'))) {
    const address = base + (part ? `${part}/` : '') + file;
    ajv.addSchema({ ...JSON.parse(readFileSync(join(folder, part, file), 'utf8')), $id: address }, address);
  }
}
const openapi = JSON.parse(readFileSync(join(schemas, 'oruk-site', 'specifications', '3.0', 'openapi.json'), 'utf8'));
ajv.addSchema({ ...openapi, $id: base + 'served-openapi.json' });
for (const { name, schema, data } of cases) {
  // A path of the served OpenAPI, or a file of the profile.
  const judge = schema.startsWith('/')
    ? ajv.compile({ $ref: `${base}served-openapi.json#/paths/${schema.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D')}/get/responses/200/content/application~1json/schema` })
    : ajv.getSchema(base + schema);
  if (!judge) throw new Error(`There is no schema ${schema}`);
  if (!judge(data)) for (const error of judge.errors) console.log(`${name}: ${error.instancePath} ${error.message}`);
}
console.log('judged ' + cases.length);
