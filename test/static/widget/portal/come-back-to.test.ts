import { describe, expect, it } from 'vitest';
import type { PortalAvailability } from '../../../../src/contract/portal';
import { succeed } from '../../../../src/domain/errors';
import { createMemoryStore } from '../../../../static/widget/portal/memory-store';
import { createPortalTransport } from '../../../../static/widget/portal/portal-transport';
import type { Environment } from '../../../../static/widget/browser/environment';
import type { PanelHost, Transport } from '../../../../static/widget/contract';
import {
  readConversation,
  saveConversation,
  type SavedConversation,
} from '../../../../static/widget/conversation/saved-conversation';

const NAME = 'frontdesk:portal';

type Widget = NonNullable<PortalAvailability['widget']>;

interface Frame {
  transport: Transport;
  saved(): SavedConversation | null;
  /** As the panel does when a new chat is to be started. */
  forget(): void;
  /** Payloads of the questions to the server. */
  asked: object[];
}

/** The portal's frame of somebody, with what it has stored and what the server says. */
function aFrame(conversation: Widget['conversation'], stored: SavedConversation | null = null): Frame {
  const local = createMemoryStore();
  if (stored) saveConversation({ local }, NAME, stored);
  const asked: object[] = [];
  const widget = {
    locale: 'en-US',
    welcomeText: '',
    labels: {},
    requestUrl: '',
    loginUrl: '',
    identified: true,
    widgetId: 'W',
  };
  const transport = createPortalTransport({
    askResolver(_functionKey, payload) {
      asked.push(payload);
      // Hidden: what is to be drawn comes for those who have a conversation.
      const isDrawn = conversation !== undefined || (payload as { resumes?: true }).resumes;
      const answer = { state: 'hidden', ...(isDrawn && { widget: { ...widget, conversation } }) };
      return Promise.resolve(succeed(answer) as never);
    },
    portalId: '1',
    locale: 'en-US',
    local,
    name: NAME,
    newEnvironment: () => ({}) as Environment,
    onAnswer: () => undefined,
    follow: () => undefined,
  });
  return {
    transport,
    asked,
    saved: () => readConversation({ local }, NAME),
    forget: () => saveConversation({ local }, NAME, null),
  };
}

const aSaved: SavedConversation = {
  id: 'A',
  token: 'secret',
  email: null,
  byMail: true,
  seen: 5,
  ended: false,
};

describe('The portal’s frame comes back to a conversation', () => {
  it('that the server knows by account, where the browser kept nothing', async () => {
    const { transport, saved } = aFrame({ id: 'B', ended: false });
    const body = await transport.getAvailability(0);
    expect(saved()).toEqual({ id: 'B', token: '', email: null, byMail: true, seen: null, ended: false });
    // What other tabs are told holds nothing of it.
    expect(body).toEqual({ state: 'hidden' });
  });

  it('that the server knows, when it is another than the one this browser kept: they spoke there last', async () => {
    const { transport, saved } = aFrame({ id: 'B', ended: true }, aSaved);
    await transport.getAvailability(0);
    expect(saved()).toMatchObject({ id: 'B', token: '', seen: null, ended: true });
  });

  it('that both know, with all that this browser knows of it', async () => {
    const { transport, saved } = aFrame({ id: 'A', ended: false }, aSaved);
    await transport.getAvailability(0);
    expect(saved()).toEqual(aSaved);
  });

  it('that was opened again meanwhile: it is asked for again', async () => {
    const { transport, saved } = aFrame({ id: 'A', ended: false }, { ...aSaved, ended: true });
    await transport.getAvailability(0);
    expect(saved()).toEqual(aSaved);
  });

  it('that only this browser knows, as an anonymous visitor’s or one of the first versions', async () => {
    const { transport, saved } = aFrame(undefined, aSaved);
    await transport.getAvailability(0);
    expect(saved()).toEqual(aSaved);
  });
});

describe('Once the panel is there', () => {
  it('says which conversation it is: an answer that is late brings none back', async () => {
    const { transport, saved, forget } = aFrame({ id: 'B', ended: true });
    const setup = await transport.loadSetup(undefined);
    expect(saved()?.id).toBe('B');
    const { mountPanel } = (await setup?.load('panel')) ?? {};
    // Nothing can be drawn without a browser, and nothing has to be.
    expect(() => mountPanel?.({} as PanelHost)).toThrow(TypeError);
    forget();
    await transport.getAvailability(0);
    expect(saved()).toBeNull();
  });
});

describe('While the chat is hidden', () => {
  it('the page says that it has a conversation, and gets what is needed to draw it', async () => {
    const { transport, asked } = aFrame(undefined, aSaved);
    expect(await transport.loadSetup(undefined)).toMatchObject({ identified: true, locale: 'en-US' });
    expect(asked).toEqual([{ portalId: '1', locale: 'en-US', resumes: true }]);
  });

  it('a page without one says nothing, and has nothing to draw', async () => {
    const { transport, asked } = aFrame(undefined);
    await expect(transport.loadSetup(undefined)).rejects.toThrow('nothing to be drawn');
    expect(asked).toEqual([{ portalId: '1', locale: 'en-US' }]);
  });
});
