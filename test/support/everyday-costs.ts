import { FACTS_TOLD_AFTER_S } from '../../src/domain/limits';
import { aChat } from './a-chat';
import { SUP, aWarmSite, type SiteDriver } from './a-site';
import { aVisitor, type VisitorDriver } from './a-visitor';
import { costOf, type Cost } from './cost-of';
import { MINUTE } from './desk-builders';

/** What happens all day on a desk (figure F16). */
export type Everyday =
  | 'anonymous start'
  | 'registered start'
  | 'further message'
  | 'reply from the inbox'
  | 'first reply, told to its request'
  | 'comment in Jira'
  | 'first comment of somebody who was never online'
  | 'change in Jira'
  | 'first page view of an agent'
  | 'page view of an agent'
  | 'first page view of somebody else'
  | 'page view of somebody else'
  | 'chat list'
  | 'one chat'
  | 'idle poll of a chat'
  | 'poll of a page'
  | 'texts for a page'
  | 'five quiet minutes';

/** Each in turn on one site, the processes warm as they are after a day's first chat. */
export async function everydayCosts(): Promise<Record<Everyday, Cost>> {
  const app = await aWarmSite();
  const widgetId = await app.widgetId('SUP');
  let visitor = aVisitor(app, widgetId);
  const chat = aChat(app, () => visitor);
  const next = (): VisitorDriver => (visitor = aVisitor(app, widgetId));
  const cost = (happens: () => Promise<unknown>): Promise<Cost> => costOf(app, happens);
  const quiet = async (): Promise<void> => {
    await chat.settle();
    await app.clock.advance(MINUTE);
  };

  const agentsFirst = await cost(() => pageView(app, 'ann'));
  await app.goOnline('ann');
  const agents = await cost(() => pageView(app, 'ann'));
  const othersFirst = await cost(() => pageView(app, 'lee'));
  const others = await cost(() => pageView(app, 'lee'));

  const anonymous = await cost(() => next().start('Hello'));
  await quiet();
  const registered = await cost(() => next().start('Hello', { name: 'Nora New', email: 'nora@example.com' }));
  await quiet();
  await next().start('Hello');
  await quiet();
  const further = await cost(() => visitor.send('And one more thing'));
  await quiet();
  const reply = await cost(() => chat.reply('It is mended'));
  const told = await cost(() => app.clock.advance(FACTS_TOLD_AFTER_S * 1_000));
  await quiet();
  const key = String((await chat.open()).row.issueKey);
  const write = (account: string) =>
    chat.jira(account, 'POST', `/rest/servicedeskapi/request/${key}/comment`, {
      body: 'Or not',
      public: true,
    });
  const comment = await cost(() => write('ann'));
  await quiet();
  const stranger = await cost(() => write('bo'));
  await quiet();
  const { events } = (await visitor.poll(0)).body;
  const poll = await cost(() => visitor.poll(events.at(-1)?.n ?? 0));
  const page = await cost(() => app.poll(widgetId));
  const texts = await cost(() =>
    app.site.webTrigger({ method: 'GET', path: `/v1/widgets/${widgetId}`, query: { locale: ['de-DE'] } }),
  );
  const list = await cost(() => chat.inbox('all'));
  const one = await cost(() => chat.open());
  const change = await cost(() =>
    chat.jira('bo', 'PUT', `/rest/api/3/issue/${key}/assignee`, { accountId: app.accountId('bo') }),
  );
  await quiet();
  await app.clock.advance(30 * MINUTE);
  const minutes = await cost(() => app.clock.advance(5 * MINUTE));
  app.site.close();
  return {
    'anonymous start': anonymous,
    'registered start': registered,
    'further message': further,
    'reply from the inbox': reply,
    'first reply, told to its request': told,
    'comment in Jira': comment,
    'first comment of somebody who was never online': stranger,
    'change in Jira': change,
    'first page view of an agent': agentsFirst,
    'page view of an agent': agents,
    'first page view of somebody else': othersFirst,
    'page view of somebody else': others,
    'chat list': list,
    'one chat': one,
    'idle poll of a chat': poll,
    'poll of a page': page,
    'texts for a page': texts,
    'five quiet minutes': minutes,
  };
}

/** What the background script asks on a page about a project. */
async function pageView(app: SiteDriver, account: string): Promise<void> {
  await app.call(account, 'getPanel', { projectId: SUP });
  await app.call(account, 'getLiveToken', {});
  await app.call(account, 'getWaiting', {});
}
