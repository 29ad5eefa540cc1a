import { webTrigger } from '@forge/api';
import { PlatformFault } from '../ports';
import { perInstallation } from './per-installation';

const remembered = perInstallation<{ url?: string }>(() => ({}));

/** The public address of the web trigger named `public` in the manifest. */
export async function webTriggerUrl(): Promise<string> {
  const kept = remembered();
  try {
    kept.url ??= await webTrigger.getUrl('public');
    return kept.url;
  } catch (error) {
    throw new PlatformFault('the public address is not known', { cause: error });
  }
}
