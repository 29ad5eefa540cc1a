import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Conversation } from '../../../../static/widget/conversation/conversation';
import type { Failure } from '../../../../static/widget/conversation/conversation-client';
import { createDraft, type Draft, type DraftText } from '../../../../static/widget/conversation/draft';
import { createComposer, type Composer } from '../../../../static/widget/panel/composer';
import { messages } from '../../../../static/widget/panel/messages';
import { aHost, aSaved, aState, type FakeHost } from './a-host';

type Started = Parameters<Conversation['start']>[0];

interface Desk {
  host: FakeHost;
  composer: Composer;
  draft: Draft;
  state: ReturnType<typeof aState>;
  starts: Started[];
  sent: string[];
  details: object[];
  /** How the next start goes; undefined: well. */
  refusal: Failure | undefined;
}

/** A composer before the first message, on a conversation that does what it is told. */
function aDesk(host = aHost(), typed: Partial<DraftText> = {}): Desk {
  const draft = createDraft(undefined, 'draft');
  draft.change(typed);
  const conversation: Conversation = {
    state: () => desk.state,
    start(opening) {
      desk.starts.push(opening);
      desk.state = aState(desk.refusal ? { saved: null, failure: desk.refusal } : {});
      return Promise.resolve(!desk.refusal);
    },
    send: (text) => void desk.sent.push(text),
    register(details) {
      desk.details.push(details);
      return Promise.resolve(true);
    },
    show: () => undefined,
    leave: () => void (desk.state = aState({ saved: null })),
    stop: () => undefined,
  };
  const desk: Desk = {
    host,
    draft,
    composer: createComposer(
      host,
      draft,
      conversation,
      () => undefined,
      () => messages,
    ),
    state: aState({ saved: null }),
    starts: [],
    sent: [],
    details: [],
    refusal: undefined,
  };
  return desk;
}

const refusedAs = (error: Failure['error']): Failure => ({ error, retryAfter: 0 });

beforeEach(() => {
  vi.stubGlobal('navigator', { language: 'en-GB' });
  vi.stubGlobal('location', {
    origin: 'https://shop.example',
    pathname: '/cart',
    search: '?step=2',
    hash: '#secret',
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('A message that is typed', () => {
  it.each([
    ['nothing but spaces', { text: ' \n ' }, {}],
    ['nothing that can be seen', { text: '\u200b\u3164' }, {}],
    ['more than fits', { text: 'x'.repeat(4_001) }, {}],
    ['another start', { text: 'Hello' }, { saved: null, starting: true }],
  ])('is not sent: %s', async (_why, typed, state) => {
    const desk = aDesk(aHost(), typed);
    desk.state = aState(state);
    expect(await desk.composer.send()).toBe(false);
    expect([desk.starts, desk.sent]).toEqual([[], []]);
    expect(desk.draft.now().text).toBe(typed.text);
  });

  it('is sent where there is a conversation, and the field is empty for the next', async () => {
    const desk = aDesk(aHost(), { text: 'Hello', name: 'Cara' });
    desk.state = aState();
    expect(await desk.composer.send()).toBe(true);
    expect(desk.sent).toEqual(['Hello']);
    expect(desk.draft.now()).toEqual({ text: '', name: 'Cara', email: '' });
  });

  it('else starts one, and says where it was written, without what sites hide in query and fragment (C11)', async () => {
    const desk = aDesk(aHost({ state: 'online', anonymous: true }), { text: 'Hello' });
    expect(await desk.composer.send()).toBe(true);
    expect(desk.starts).toEqual([{ message: 'Hello', locale: 'en-GB', page: 'https://shop.example/cart' }]);
    expect(desk.draft.now().text).toBe('');
  });
});

describe('Who is said to write the first message', () => {
  const typed = { text: 'Hello', name: ' Cara ', email: 'cara@example.com' };
  const visitor = { name: 'Milo', email: 'milo@example.com' };

  it('what was typed comes before what the page says', async () => {
    const desk = aDesk(aHost({ state: 'online', anonymous: true }, { suggestRegistration: true }), typed);
    desk.host.visitor = visitor;
    // Nothing is asked, so that nothing typed is meant.
    await desk.composer.send();
    const asked = aDesk(aHost(), typed);
    await asked.composer.send();
    const half = aDesk(aHost(), { ...typed, email: '' });
    half.host.visitor = visitor;
    await half.composer.send();
    expect([...desk.starts, ...asked.starts, ...half.starts]).toMatchObject([
      visitor,
      { name: 'Cara', email: 'cara@example.com' },
      visitor,
    ]);
  });

  it.each([
    ['refused', refusedAs('login-required'), {}],
    ['taken, as from somebody unknown', undefined, { anonymous: true } as const],
  ])('a token that is no use is told to the site’s developer: %s', async (_how, refusal, saved) => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    const desk = aDesk(aHost(), { text: 'Hello' });
    desk.host.visitor = { token: 'a.b.c' };
    desk.refusal = refusal;
    const sent = desk.composer.send();
    if (desk.state.saved) desk.state = aState({ saved: { ...aSaved, ...saved } });
    await sent;
    expect(desk.starts).toMatchObject([{ identity: 'a.b.c' }]);
    expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('token was not accepted'));
  });
});

describe('What the page declares of its visitor (C9)', () => {
  it('goes with the first message, as it is then, and with no later one', async () => {
    const desk = aDesk(aHost(), { text: 'Hello' });
    desk.host.context = { plan: 'Free' };
    desk.host.context = { plan: 'Pro' };
    await desk.composer.send();
    desk.draft.change({ text: 'Are you there?' });
    await desk.composer.send();
    expect(desk.starts).toMatchObject([{ message: 'Hello', context: { plan: 'Pro' } }]);
    expect(desk.sent).toEqual(['Are you there?']);
  });
});

describe('A text of the page’s for the field (C9)', () => {
  it('stands in the empty field, and is not sent', () => {
    const desk = aDesk();
    desk.host.text = 'I have a question about tent 4.';
    desk.composer.prefill();
    desk.composer.prefill();
    expect(desk.draft.now().text).toBe('I have a question about tent 4.');
    expect([desk.starts, desk.sent, desk.host.text]).toEqual([[], [], undefined]);
  });

  it('never takes the place of what the visitor typed, nor of a text that they went on with', () => {
    const desk = aDesk(aHost(), { text: 'My own words' });
    desk.host.text = 'A question';
    desk.composer.prefill();
    expect(desk.draft.now().text).toBe('My own words');
    desk.composer.type({ text: '' });
    for (const [text, typed] of [
      ['A question', ' about size'],
      ['Another one', ''],
    ] as const) {
      desk.host.text = text;
      desk.composer.prefill();
      desk.composer.type({ text: desk.draft.now().text + typed });
    }
    expect(desk.draft.now().text).toBe('A question about size');
  });

  it('makes room for another one as long as nobody has touched it', () => {
    const desk = aDesk();
    for (const text of ['About tent 4', 'About tent 5']) {
      desk.host.text = text;
      desk.composer.prefill();
    }
    expect(desk.draft.now().text).toBe('About tent 5');
  });

  it.each([5, null, {}])('is nothing where it is no text: %s', (nonsense) => {
    const desk = aDesk();
    desk.host.text = nonsense as unknown as string;
    desk.composer.prefill();
    expect(desk.draft.now().text).toBe('');
  });
});

describe('C4: when a start is refused', () => {
  it('because the last agent left, the server is asked anew, and the visitor who they are', async () => {
    const desk = aDesk(aHost({ state: 'online', anonymous: true }), { text: 'Hello' });
    expect(desk.composer.ask()).toBe('nothing');
    desk.refusal = refusedAs('login-required');
    desk.host.poller.check = () => {
      desk.host.checks++;
      expect(desk.composer.checking()).toBe(true);
      desk.host.now = { ...desk.host.now, state: 'offline', anonymous: false };
      return Promise.resolve();
    };
    expect(await desk.composer.send()).toBe(true);
    expect([desk.host.checks, desk.composer.checking()]).toEqual([1, false]);
    expect(desk.composer.ask()).toBe('askLeft');
    expect(desk.draft.now().text).toBe('Hello');
  });

  it.each(['unavailable', 'rate-limited'] as const)(
    'as %s, a server in need is asked nothing more',
    async (error) => {
      const desk = aDesk(aHost(), { text: 'Hello' });
      desk.refusal = refusedAs(error);
      await desk.composer.send();
      expect(desk.host.checks).toBe(0);
    },
  );

  it('by the browser, the server is asked whether what is missing is needed, once', async () => {
    const desk = aDesk();
    desk.composer.invalid();
    desk.composer.invalid();
    expect(desk.host.checks).toBe(1);
    await new Promise((resolve) => setImmediate(resolve));
    expect(desk.composer.checking()).toBe(false);
    desk.state = aState();
    desk.composer.invalid();
    expect(desk.host.checks).toBe(1);
  });
});

describe('After the first message', () => {
  it('nobody is asked for an address once the chat has ended, also where its end is all that is known yet (C3)', () => {
    const desk = aDesk(aHost({}, { suggestRegistration: true }));
    const anonymous = { ...aSaved, anonymous: true } as const;
    desk.state = aState({ saved: anonymous, transcript: { n: 2, lines: [], ended: true } });
    expect(desk.composer.ask()).toBe('nothing');
    desk.state = aState({ saved: { ...anonymous, ended: true } });
    expect(desk.composer.ask()).toBe('nothing');
    desk.state = aState({ saved: anonymous });
    expect(desk.composer.ask()).toBe('askLater');
  });

  it('the visitor may leave name and e-mail where the project suggests it and does not know them', () => {
    const desk = aDesk(aHost({}, { suggestRegistration: true }), {
      name: ' Nora New ',
      email: 'nora@example.com',
    });
    desk.state = aState();
    expect(desk.composer.ask()).toBe('nothing');
    desk.state = aState({ saved: { ...aSaved, anonymous: true } });
    expect(desk.composer.ask()).toBe('askLater');
    desk.composer.leaveDetails();
    expect(desk.details).toEqual([{ name: 'Nora New', email: 'nora@example.com' }]);
  });
});
