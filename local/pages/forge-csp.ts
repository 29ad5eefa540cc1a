import { createRequire } from 'node:module';
import type { CSPInjectionService, CSPProcessingService } from '@forge/csp';
import { load } from 'cheerio';
import type { Manifest } from '../manifest';

// @forge/csp is CommonJS whose names Node cannot see as an import.
const require = createRequire(import.meta.url);
const csp = require('@forge/csp') as {
  CSPInjectionService: typeof CSPInjectionService;
  CSPProcessingService: typeof CSPProcessingService;
};

/** The Content-Security-Policy that Forge sends with a Custom UI page, made by Forge's own code. */
export function forgeCsp(html: string, permissions: Manifest['permissions'], hostOrigin: string): string {
  const quiet = { info: () => undefined };
  const processing = new csp.CSPProcessingService(quiet, load);
  const existingCSPDetails = processing.getCspDetails(html, permissions);
  return new csp.CSPInjectionService()
    .getInjectableCSP({ existingCSPDetails, microsEnv: 'prod', hostname: hostOrigin })
    .filter((directive) => !directive.startsWith('report-uri')) // nothing leaves this computer
    .join('; ');
}
