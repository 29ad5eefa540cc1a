import { aProject } from './a-project';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { LogRow } from '../../../src/contract/settings';
import { refuse } from '../../../src/domain/errors';
import { SettingsPage } from '../../../static/settings/project/settings-page';
import { button, press } from '../render-page';
import { answerLater, asksBeforeLeaving, enter, open, valueOf } from './on-screen';

const PAGE = <SettingsPage projectId="10001" viewerId="pia" />;

afterEach(cleanup);

describe('what the page of a project loads', () => {
  it('is asked for again where it failed', async () => {
    const project = aProject();
    project.refusal = 'unavailable';
    await open(PAGE);
    expect(screen.getByRole('alert').textContent).toContain('Frontdesk cannot be reached right now.');
    project.refusal = null;
    await press('Try again');
    expect(screen.getByRole('heading', { name: 'Chat in Support' })).toBeTruthy();
  });

  it('is for project admins: others are told who can', async () => {
    const project = aProject();
    project.refusal = 'not-allowed';
    await open(PAGE);
    expect(screen.getByRole('group', { name: 'You cannot change chat in this project' })).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('has the request types, whose failure leaves the choice as it is', async () => {
    const project = aProject({ requestTypeId: '7' });
    const types = project.jira.answers.getRequestTypes;
    project.jira.answers.getRequestTypes = () => refuse('unavailable', '');
    await open(PAGE);
    expect(screen.getByText('The request types could not be loaded. The choice is unchanged.')).toBeTruthy();
    expect(valueOf('Raise chats as')).toBe('7');
    project.jira.answers.getRequestTypes = types;
    await press('Try again');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByText('Report a fault needs Serial number, which a chat cannot fill.')).toBeTruthy();
    expect(screen.getByText('Everything is saved.')).toBeTruthy();
  });

  it('has the request types, which stay while they are looked at again', async () => {
    const project = aProject();
    await open(PAGE);
    const again = answerLater(() => refuse('unavailable', ''));
    project.jira.answers.getRequestTypes = () => again.promise;
    await press('Look again');
    const choice = screen.getByLabelText('Raise chats as');
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
    await press('Show the log');
    expect(screen.getByText('Ann enabled chat.')).toBeTruthy();
    const answer = project.jira.answers.getProjectLog;
    project.jira.answers.getProjectLog = () => refuse('unavailable', '');
    await press('Show older');
    expect(screen.getByRole('alert')).toBeTruthy();
    project.jira.answers.getProjectLog = answer;
    await press('Try again');
    expect([screen.getByText('Ann enabled chat.'), screen.getByText('Joe enabled chat.')]).toHaveLength(2);
    expect(screen.queryByRole('button', { name: 'Show older' })).toBeNull();
  });
});

describe('what the page of a project makes', () => {
  it('is a secret that is shown once, until it is put away', async () => {
    const project = aProject();
    await open(PAGE);
    await press('New secret');
    await press('Make a new secret');
    expect(
      screen.getByText(
        'There is no new secret to show. If your tokens are refused from now on, make another one.',
      ),
    ).toBeTruthy();
    project.jira.answers.renewIdentitySecret = () => ({ ok: true, value: { secret: 's3cret' } });
    await press('New secret');
    await press('Make a new secret');
    expect([valueOf('Secret'), asksBeforeLeaving()]).toEqual(['s3cret', true]);
    await press('I have stored it');
    expect([screen.queryByLabelText('Secret'), asksBeforeLeaving()]).toEqual([null, false]);
  });

  it('is made once by a double click: a second secret would make the first one useless', async () => {
    const { jira } = aProject();
    await open(PAGE);
    jira.answers.renewIdentitySecret = () => ({ ok: true, value: { secret: 's3cret' } });
    await press('New secret');
    const make = button('Make a new secret');
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
    await enter('Welcome text', 'Hello');
    await press('New id');
    await press('Replace the snippet');
    expect(valueOf('Snippet')).toBe('<script id="w2"></script>');
    expect(project.jira.flags).toEqual(['There is a new snippet']);
    expect([valueOf('Welcome text'), screen.queryByRole('table')]).toEqual(['Hello', null]);
  });
});
