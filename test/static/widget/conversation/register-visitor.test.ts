import { describe, expect, it } from 'vitest';
import { registerVisitor } from '../../../../static/widget/conversation/register-visitor';
import { startConversation } from '../../../../static/widget/conversation/start-conversation';
import { aMeansPlace } from './means-place';
import { registrationOf } from '../../../../static/widget/conversation/registration';
import { aConversationPlace, MINUTE, SECOND, type ConversationPage } from './conversation-place';

const NORA = { name: 'Nora New', email: 'nora@example.com' };

const registration = ({ state }: ConversationPage, suggests = true) => registrationOf(state(), suggests);

describe('A visitor who started anonymously', () => {
  it('is offered to leave name and e-mail where the project suggests it, and nowhere else', async () => {
    const { openPage, startedPage, time } = aConversationPlace();
    expect(registration(openPage())).toBe('none');
    const page = await startedPage();
    expect([registration(page), registration(page, false)]).toEqual(['offer', 'none']);
    // As any other page of the browser.
    const other = openPage();
    await time.advance(SECOND);
    expect(registration(other)).toBe('offer');
  });

  it('is not, when they said it at the start', async () => {
    const { desk, startedPage } = aConversationPlace();
    desk.email = NORA.email;
    expect(registration(await startedPage())).toBe('none');
  });

  it('hears that answers come by e-mail once Jira says so, in every tab and on the next page', async () => {
    const { time, desk, openPage, startedPage } = aConversationPlace();
    const first = await startedPage();
    const second = openPage({ open: false });
    await time.advance(5 * SECOND);
    void first.conversation.register(NORA);
    await time.advance(SECOND);
    for (const page of [first, second]) {
      expect(registration(page)).toBe('waiting');
      expect(page.state().saved).toMatchObject({ email: NORA.email, byMail: false });
    }
    desk.add({ kind: 'registered', byMail: true });
    await time.advance(MINUTE);
    for (const page of [first, second, openPage()]) {
      expect(page.state().saved).toMatchObject({ byMail: true });
      await time.advance(SECOND);
      expect(registration(page)).toBe('done');
    }
    expect(first.texts()).toEqual(['Hello']);
  });

  it('may leave another address where Jira took nobody with the first', async () => {
    const { time, desk, startedPage } = aConversationPlace();
    const page = await startedPage();
    for (let attempt = 0; attempt < 2; attempt++) {
      void page.conversation.register(NORA);
      await time.advance(SECOND);
      expect(registration(page)).toBe('waiting');
      desk.add({ kind: 'registered', byMail: false });
      await time.advance(10 * SECOND);
      expect(registration(page)).toBe('refused');
      expect(page.state().saved?.byMail).toBe(false);
    }
  });

  it('is told why it was not taken, and may try again', async () => {
    const { time, desk, startedPage } = aConversationPlace();
    const page = await startedPage();
    desk.failure = { error: 'unavailable', retryAfter: 0 };
    void page.conversation.register(NORA);
    await time.advance(SECOND);
    expect(page.state()).toMatchObject({ registerFailure: { error: 'unavailable' } });
    expect(registration(page)).toBe('offer');
    desk.failure = 'none';
    void page.conversation.register(NORA);
    await time.advance(SECOND);
    expect(page.state().registerFailure).toBeUndefined();
    expect(desk.registrations).toHaveLength(2);
  });

  it('in a chat that is not there any more, hears that', async () => {
    const { time, desk, startedPage } = aConversationPlace();
    const page = await startedPage();
    desk.failure = { error: 'not-found', retryAfter: 0 };
    void page.conversation.register(NORA);
    await time.advance(SECOND);
    expect(page.state()).toMatchObject({ saved: null, lost: 'not-found' });
  });

  it('presses twice: it is sent once', async () => {
    const { time, desk, startedPage } = aConversationPlace();
    const page = await startedPage();
    for (let press = 0; press < 2; press++) void page.conversation.register(NORA);
    await time.advance(SECOND);
    expect(desk.registrations).toHaveLength(1);
  });
});

describe('Name and e-mail by themselves', () => {
  async function startedRecord(): Promise<ReturnType<typeof aMeansPlace>> {
    const place = aMeansPlace();
    void startConversation(place.means, place.record, { message: 'Hello' }, () => undefined);
    await place.time.advance(SECOND);
    return place;
  }

  it('are kept with what was known when they were left, and Jira’s word is asked for soon', async () => {
    const { time, means, record } = await startedRecord();
    record.due = Infinity;
    void registerVisitor(means, record, NORA);
    await time.advance(SECOND);
    expect(record.saved).toMatchObject({ email: NORA.email, detailsAt: 1 });
    expect(record.due).toBeLessThanOrEqual(means.env.now() + 36 * SECOND);
  });

  it('go nowhere where nothing was started', async () => {
    const { desk, means, record } = aMeansPlace();
    await registerVisitor(means, record, NORA);
    expect(desk.registrations).toEqual([]);
  });

  it('are not kept in another conversation that began meanwhile', async () => {
    const { time, means, record } = await startedRecord();
    void registerVisitor(means, record, NORA);
    const other = { id: 'other', token: '', email: null, byMail: false, seen: 0, ended: false };
    record.save(other);
    await time.advance(SECOND);
    expect(record.saved).toEqual(other);
  });

  it.each([
    ['not-found', undefined, 'not-found'],
    ['unavailable', 'conversation-1', undefined],
  ] as const)(
    'refused as %s: the conversation is lost only where it is not there any more',
    async (error, id, lost) => {
      const { time, desk, means, record } = await startedRecord();
      desk.failure = { error, retryAfter: 0 };
      const refused = registerVisitor(means, record, NORA).catch((thrown: unknown) => thrown);
      await time.advance(SECOND);
      expect(await refused).toMatchObject({ error });
      expect([record.saved?.id, record.lost]).toEqual([id, lost]);
    },
  );
});
