import { aProject } from './a-project';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { LogRow } from '../../../src/contract/settings';
import { refuse } from '../../../src/domain/errors';
import { SettingsPage } from '../../../static/settings/project/settings-page';
import { button, press } from '../render-page';
import { answerLater, asksBeforeLeaving, enter, open, tick, valueOf } from './on-screen';

const PAGE = <SettingsPage projectId="10001" viewerId="pia" />;

afterEach(cleanup);

describe('what the page of a project loads', () => {
  it('is asked for again where it failed', async () => {
    const project = aProject();
    project.refusal = 'unavailable';
    await open(PAGE);
    expect(screen.getByRole('alert').textContent).toContain('Frontdesk can’t be reached right now.');
    project.refusal = null;
    await press('Try again');
    expect(screen.getByRole('heading', { name: 'Chat in Support' })).toBeTruthy();
  });

  it('is for project admins: others are told who can', async () => {
    const project = aProject();
    project.refusal = 'not-allowed';
    await open(PAGE);
    expect(screen.getByRole('group', { name: 'You can’t change chat settings in this space' })).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('has the request types, whose failure leaves the choice as it is', async () => {
    const project = aProject({ requestTypeId: '7' });
    const types = project.jira.answers.getRequestTypes;
    project.jira.answers.getRequestTypes = () => refuse('unavailable', '');
    await open(PAGE);
    expect(screen.getByText('Couldn’t load the request types. Your choice hasn’t changed.')).toBeTruthy();
    expect(valueOf('Request type for chats')).toBe('7');
    project.jira.answers.getRequestTypes = types;
    await press('Try again');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(
      screen.getByText('Report a fault requires Serial number, which a chat can’t fill in.'),
    ).toBeTruthy();
    expect(screen.getByText('All changes saved')).toBeTruthy();
  });

  it('has the request types, which stay while they are looked at again', async () => {
    const project = aProject();
    await open(PAGE);
    const again = answerLater(() => refuse('unavailable', ''));
    project.jira.answers.getRequestTypes = () => again.promise;
    await press('Check again');
    const choice = screen.getByLabelText('Request type for chats');
    expect([choice.getAttribute('aria-busy'), choice.textContent]).toEqual([
      'true',
      expect.stringContaining('Ask a question'),
    ]);
    await again.come();
    expect([choice.getAttribute('aria-busy'), choice.textContent]).toEqual([
      'false',
      expect.stringContaining('Ask a question'),
    ]);
  });

  it('has the log, page by page, and keeps what was read when the next one fails', async () => {
    const project = aProject();
    await open(PAGE);
    const row = (name: string): LogRow => ({
      at: '2026-11-22T09:00:00.000Z',
      event: 'enabled-chat',
      actor: { accountId: name, name, avatarUrl: null },
      subject: null,
    });
    project.jira.answers.getProjectLog = ({ cursor }) =>
      cursor === undefined
        ? { ok: true, value: { rows: [row('Ann')], cursor: 'next' } }
        : { ok: true, value: { rows: [row('Joe')], cursor: null } };
    await press('Show log');
    expect(screen.getByText('Ann turned on chat.')).toBeTruthy();
    const answer = project.jira.answers.getProjectLog;
    project.jira.answers.getProjectLog = () => refuse('unavailable', '');
    await press('Show older');
    expect(screen.getByRole('alert')).toBeTruthy();
    project.jira.answers.getProjectLog = answer;
    await press('Try again');
    expect([screen.getByText('Ann turned on chat.'), screen.getByText('Joe turned on chat.')]).toHaveLength(
      2,
    );
    expect(screen.queryByRole('button', { name: 'Show older' })).toBeNull();
  });
});

describe('what the page of a project makes', () => {
  it('is a secret that is shown once, until it is put away', async () => {
    const project = aProject();
    await open(PAGE);
    await press('Create secret');
    await press('Create new secret');
    expect(
      screen.getByText(
        'The new secret can’t be shown. If your tokens are rejected from now on, create another one.',
      ),
    ).toBeTruthy();
    project.jira.answers.renewIdentitySecret = () => ({ ok: true, value: { secret: 's3cret' } });
    await press('Create secret');
    await press('Create new secret');
    expect([valueOf('Secret'), asksBeforeLeaving()]).toEqual(['s3cret', true]);
    await press('I’ve stored it');
    expect([screen.queryByLabelText('Secret'), asksBeforeLeaving()]).toEqual([null, false]);
  });

  it('is made once by a double click: a second secret would make the first one useless', async () => {
    const { jira } = aProject();
    await open(PAGE);
    jira.answers.renewIdentitySecret = () => ({ ok: true, value: { secret: 's3cret' } });
    await press('Create secret');
    const make = button('Create new secret');
    await act(async () => {
      fireEvent.click(make);
      fireEvent.click(make);
    });
    expect(jira.asked.filter((key) => key === 'renewIdentitySecret')).toHaveLength(1);
    expect(valueOf('Secret')).toBe('s3cret');
  });

  it('is a new snippet, which leaves what was typed', async () => {
    const project = aProject();
    await open(PAGE);
    await enter('Welcome message', 'Hello');
    await press('Replace');
    await press('Replace embed code');
    expect(valueOf('Embed code')).toBe('<script id="w2"></script>');
    expect(project.jira.flags).toEqual(['Embed code replaced']);
    expect([valueOf('Welcome message'), screen.queryByText('Someone else has saved these settings')]).toEqual(
      ['Hello', null],
    );
  });
});

describe('the clock on the page of a project', () => {
  it('shows coverage of what is being edited, before it is saved (H6)', async () => {
    const project = aProject();
    const asked: unknown[] = [];
    const { getCoverage } = project.jira.answers;
    project.jira.answers.getCoverage = (payload) => {
      asked.push(payload.draft);
      return getCoverage?.(payload) ?? refuse('unavailable', '');
    };
    await open(PAGE);
    await vi.waitFor(() => expect(screen.getByText('No one is scheduled in Support')).toBeTruthy());
    await tick('Hide chat while no one is online');
    await vi.waitFor(() => expect(asked).toEqual([undefined, { hideWhenOffline: true }]));
  });

  it('says why beside the state, with the way to the setting (H7)', async () => {
    const project = aProject();
    project.jira.answers.getWhy = () => ({
      ok: true,
      value: {
        at: '2026-11-22T10:00:00.000Z',
        state: 'hidden',
        expected: false,
        nextExpected: false,
        until: null,
        nextOnlineAt: null,
        rules: [{ id: 'C6', kind: 'hides', facts: {}, text: '', decides: true }],
        agents: [],
      },
    });
    await open(PAGE);
    await press('Why?');
    await vi.waitFor(() =>
      expect(screen.getByText('The chat icon is hidden while no one is online.')).toBeTruthy(),
    );
    await press('Setting');
    expect(document.activeElement).toBe(screen.getByLabelText('Hide chat while no one is online'));
    await press('Hide why');
    expect(screen.queryByText('The chat icon is hidden while no one is online.')).toBeNull();
  });
});
