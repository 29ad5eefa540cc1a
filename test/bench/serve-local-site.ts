import { startServer } from '../../local/server';
import { describeSite } from '../../local/describe-site';

/** The local site as `npm start` serves it, with an agent online, in a process of its own (figure F5). */
const { site, port } = await startServer({ port: 0 });
const { projects, webTriggerUrl } = await describeSite(site);
const { id, widgetId } = projects.SUP ?? {};
await site.invoke({
  account: 'ann',
  functionKey: 'goOnline',
  payload: { scope: 'project', projectId: id, until: null, operationId: 'bench' },
  projectId: id,
});
const url = new URL(`${webTriggerUrl ?? ''}/v1/availability/${widgetId ?? ''}`);
process.send?.({ port, path: url.pathname });
process.on('disconnect', () => process.exit(0));
