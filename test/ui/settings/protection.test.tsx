import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { BlockedVisitor } from '../../../src/contract/protection';
import { refuse } from '../../../src/domain/errors';
import { SettingsPage } from '../../../static/settings/project/settings-page';
import { axeViolations } from '../axe-violations';
import { button, press } from '../render-page';
import { aProject, aQuietDay } from './a-project';
import { enter, open, tick, valueOf } from './on-screen';

const PAGE = <SettingsPage projectId="10001" viewerId="pia" />;

const spammer: BlockedVisitor = {
  blockId: 'block-1',
  kind: 'email',
  who: 'spam@bulk.example',
  by: { accountId: 'bo', name: 'Bo', avatarUrl: null },
  at: '2026-11-22T10:33:00.000Z',
  reason: 'advertising',
  issueKey: 'SUP-13',
  issueUrl: null,
};

const stormyHours = aQuietDay().hours.map((hour, index) =>
  index === 22 ? { ...hour, started: 12, checked: 18, held: 14, refused: 240 } : hour,
);

afterEach(cleanup);

const card = () => within(screen.getByRole('region', { name: 'Protection' }));

describe('the card about protection (T6)', () => {
  it('is one sentence on a calm day', async () => {
    aProject();
    await open(PAGE);
    expect(card().getByText(/^8 chats started in the last 24 hours, none held back\./)).toBeTruthy();
    expect(card().queryByRole('table')).toBeNull();
    expect(card().getByText(/^No one is blocked\./)).toBeTruthy();
    expect(await axeViolations()).toEqual([]);
  });

  it('says under pressure what customers read, then how many, and the same as a table', async () => {
    const project = aProject();
    const held = { count: 14, isMore: false, since: '2026-11-22T10:31:00.000Z' };
    project.jira.answers.getProtection = () => ({
      ok: true,
      value: aQuietDay({ hours: stormyHours, held, blocked: [spammer] }),
    });
    await open(PAGE);
    expect(card().getByText(/^14 chats are held back, since /)).toBeTruthy();
    expect(card().getByText(/Their customers see that their message is kept\./)).toBeTruthy();
    const numbers = card()
      .getAllByRole('definition')
      .map(({ textContent }) => textContent);
    expect(numbers).toEqual(['20', '18', '14', '240']);
    expect(within(card().getByRole('table')).getAllByRole('row')).toHaveLength(25);
    expect(button('Review 14')).toBeTruthy();
    expect(await axeViolations()).toEqual([]);
  });

  it('leads whoever is no agent nowhere: it says who decides', async () => {
    const project = aProject();
    const held = { count: 14, isMore: false, since: '2026-11-22T10:31:00.000Z' };
    project.jira.answers.getProtection = () => ({
      ok: true,
      value: aQuietDay({ hours: stormyHours, held, mayDecide: false }),
    });
    await open(PAGE);
    expect(card().getByText(/Agents in this space decide what happens to them/)).toBeTruthy();
    expect(card().queryByRole('button', { name: 'Review 14' })).toBeNull();
  });

  it('says how to look again where it cannot be told', async () => {
    const project = aProject();
    const answer = project.jira.answers.getProtection;
    project.jira.answers.getProtection = () => refuse('unavailable', '');
    await open(PAGE);
    expect(card().getByRole('alert').textContent).toContain('Frontdesk can’t be reached right now.');
    project.jira.answers.getProtection = answer;
    await press('Try again');
    expect(card().getByText(/none held back/)).toBeTruthy();
  });

  it('asks before somebody is unblocked, and keeps the focus when they are gone', async () => {
    const project = aProject();
    project.jira.answers.getProtection = () => ({ ok: true, value: aQuietDay({ blocked: [spammer] }) });
    project.jira.answers.unblockVisitor = () => ({ ok: true, value: null });
    await open(PAGE);
    expect(card().getByText(/By Bo, .* · “advertising”/)).toBeTruthy();
    await press('Unblock spam@bulk.example');
    expect(screen.getByRole('alertdialog', { name: 'Unblock spam@bulk.example?' })).toBeTruthy();
    expect(project.jira.asked).not.toContain('unblockVisitor');
    await press('Unblock');
    expect(card().queryByText('spam@bulk.example')).toBeNull();
    expect(document.activeElement?.textContent).toBe('Blocked people · 0');
  });

  it('leaves somebody blocked whom it could not unblock, and says so', async () => {
    const project = aProject();
    project.jira.answers.getProtection = () => ({ ok: true, value: aQuietDay({ blocked: [spammer] }) });
    project.jira.answers.unblockVisitor = () => refuse('unavailable', '');
    await open(PAGE);
    await press('Unblock spam@bulk.example');
    await press('Unblock');
    expect(card().getByRole('alert').textContent).toContain('spam@bulk.example is still blocked.');
    expect(card().getByText('spam@bulk.example')).toBeTruthy();
  });
});

describe('the limits of a project (T6)', () => {
  it('are saved with the other settings', async () => {
    const project = aProject();
    await open(PAGE);
    await enter('New chats from visitors a day', '500');
    await enter('New customers a day, from replies', '0');
    await tick('Only logged-in visitors can start a chat');
    expect(screen.getByText('Only logged-in visitors can start a chat.')).toBeTruthy();
    await press('Save');
    expect(project.stored.settings).toMatchObject({
      startsPerDay: 500,
      customersPerDay: 0,
      loggedInOnly: true,
    });
  });

  it('are corrected at the field before anything is saved', async () => {
    const project = aProject();
    await open(PAGE);
    await enter('New chats from visitors a day', '19');
    expect(screen.getByText('Enter a whole number from 20 to 2,000.')).toBeTruthy();
    expect(screen.getByText('Fix the errors above, then save.')).toBeTruthy();
    await press('Save');
    expect(project.saves()).toBe(0);
    expect(valueOf('New chats from visitors a day')).toBe('19');
  });
});
