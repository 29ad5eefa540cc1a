import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { OpenApiDocument } from '../local/jira/openapi/openapi-document';
import { trimmedDocument } from './openapi/trimmed-document';
import {
  PLATFORM_OPERATIONS,
  SERVICE_DESK_OPERATIONS,
  type WantedOperation,
} from './openapi/wanted-operations';

/** Writes the parts of Atlassian's OpenAPI documents that the local Jira is held to. */

const USAGE = `Usage: npx tsx tools/trim-openapi.ts PLATFORM SERVICE_MANAGEMENT
The files are Atlassian's whole documents: https://developer.atlassian.com/cloud/jira/platform/swagger-v3.v3.json
and https://developer.atlassian.com/cloud/jira/service-desk/swagger.v3.json.
What is taken from them: tools/openapi/wanted-operations.ts.
`;

const TARGET = path.resolve(import.meta.dirname, '../local/jira/openapi');

async function trim(source: string, name: string, wanted: readonly WantedOperation[]): Promise<void> {
  const whole = JSON.parse(await readFile(source, 'utf8')) as OpenApiDocument;
  const text = JSON.stringify(trimmedDocument(whole, wanted), null, 1);
  await writeFile(path.join(TARGET, `${name}.json`), `${text}\n`);
  process.stdout.write(`${name}.json: ${wanted.length} paths, ${Math.round(text.length / 1_000)} KB\n`);
}

const [platform, serviceManagement] = process.argv.slice(2);
if (platform === undefined || serviceManagement === undefined) {
  process.stderr.write(USAGE);
  process.exitCode = 1;
} else {
  await trim(platform, 'platform', PLATFORM_OPERATIONS);
  await trim(serviceManagement, 'service-management', SERVICE_DESK_OPERATIONS);
}
