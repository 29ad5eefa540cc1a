import type { InvokeBody, ProductRequestBody } from '../page-data';
import type { Commands } from './forge-frame';
import type { HostPage, ModuleView } from './host-page';
import { fieldsOf, headersField, optionalText, textField } from './payload-fields';
import { postJson } from './post-json';
import { frameTheme } from './theme';

export function moduleCommands(host: HostPage, { module, surface }: ModuleView): Commands {
  const { data } = host;
  return {
    getContext: () => ({
      ...data.context,
      moduleKey: module.key,
      localId: `${data.localIdPrefix}${module.key}`,
      theme: { colorMode: frameTheme(surface).colorMode },
      extension: { ...module.extension, location: location.href },
    }),

    async invoke(payload) {
      const fields = fieldsOf(payload);
      if (fields.invokeType) throw new Error('The local site has no remotes and no containers to call.');
      const body: InvokeBody = {
        person: data.person.pathName,
        moduleKey: module.key,
        projectId: module.projectId,
        extension: { ...module.extension, location: location.href },
        functionKey: textField(fields, 'functionKey'),
        payload: fields.payload,
      };
      const { value, error, rateLimit } = fieldsOf(await postJson('/__forge__/invoke', body));
      if (typeof error === 'string') throw new Error(error);
      if (!fields.metadata) return value;
      const { limit, remaining, resetSeconds } = fieldsOf(rateLimit);
      const rateLimitProperties = {
        rateLimitLimit: limit,
        rateLimitRemaining: remaining,
        rateLimitReset: resetSeconds,
      };
      return { body: value, metadata: { rateLimitProperties } };
    },

    async fetchProduct(payload) {
      const fields = fieldsOf(payload);
      if (fields.product !== 'jira') throw new Error(`The local site has no ${String(fields.product)}.`);
      const init = fieldsOf(fields.fetchRequestInit);
      const body: ProductRequestBody = {
        person: data.person.pathName,
        method: optionalText(init, 'method') ?? 'GET',
        path: textField(fields, 'restPath'),
        body: optionalText(init, 'body') ?? null,
        headers: headersField(init),
      };
      return postJson('/__forge__/product', body);
    },

    changeWindowTitle(payload) {
      document.title = textField({ title: payload }, 'title');
    },

    emitReadyEvent: () => undefined,
    getFrameId: () => module.key,
    isRovoEnabled: () => false,
  };
}
