// Reads a JSON array of documents and prints, as a JSON array, the problems of each; an empty list for a sound one.
// node validate.mjs <schema.json> <documents.json>
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';

const [schema, documents] = process.argv.slice(2).map((path) => JSON.parse(readFileSync(path, 'utf8')));
const ajv = new Ajv.default({ strict: true, strictRequired: false, allErrors: true, formats: { date: true, 'date-time': true } });
const validate = ajv.compile(schema);
const problems = documents.map((document) => (validate(document) ? [] : validate.errors.map((error) => `${error.instancePath} ${error.message}`)));
process.stdout.write(JSON.stringify(problems));
