import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/contract/functions';
import type { Panel } from '../../../src/contract/panel';
import { agentRow, at, myProject, onlinePanel, panel } from '../../static/availability/panel-builder';
import { axeViolations } from '../axe-violations';
import { ok, refused } from '../fake-resolver';
import { expectAlert, expectNoWords, expectWords, press, settle } from '../render-page';
import { openDesk } from './open-desk';

const support = { id: '1', key: 'SUP', name: 'Support', chatEnabled: true } as const;

const onBreak = panel({
  me: { reason: 'break', until: at(30) },
  project: { ...support, state: 'offline', told: { until: at(30), nextOnlineAt: at(30), expected: true } },
});

describe('a break', () => {
  const withBo = (ann: Panel): Panel => ({
    ...ann,
    onlineCount: 2,
    agents: [...ann.agents, agentRow('bo')],
    projects: ann.projects.map((each) => ({ ...each, onlineCount: 2 })),
  });

  it('is taken from beside “Go offline”, and back is one press (H8)', async () => {
    const { payloads } = await openDesk({
      getPanel: [ok(withBo(onlinePanel())), ok(onBreak)],
      takeBreak: [ok(onBreak)],
      confirmPresence: [ok(onlinePanel())],
    });
    await press('Take a break');
    fireEvent.click(screen.getByRole('menuitem', { name: /^Take a break, 30 min/ }));
    await settle();
    expect(payloads('takeBreak')).toMatchObject([{ minutes: 30 }]);
    expectWords(
      'You’re on a break until 1:30 PM',
      'You’re offline. When it ends, you’re asked if you’re here. You never go online by yourself.',
      'Customers see “Expected at 1:30 PM”.',
    );
    await press('I’m back');
    expect(payloads('confirmPresence')).toMatchObject([{ answer: 'here' }]);
    await settle();
    expectWords('You’re online in Support');
  });

  it('of the last agent is asked about first, with what customers see meanwhile (H8, S11)', async () => {
    const { payloads } = await openDesk({ getPanel: [ok(onlinePanel())], takeBreak: [ok(onBreak)] });
    await press('Take a break');
    fireEvent.click(screen.getByRole('menuitem', { name: /^Take a break, 15 min/ }));
    await settle();
    const question = within(screen.getByRole('alertdialog', { name: 'Take a break' }));
    question.getByText(
      'You’re the last agent online in Support. Customers won’t see anyone online during your break.',
    );
    question.getByText('They’re told you’re expected again (1:15 PM), if the space is open then.');
    expect(payloads('takeBreak')).toEqual([]);
    fireEvent.click(question.getByRole('button', { name: 'Take a break' }));
    await settle();
    expect(payloads('takeBreak')).toMatchObject([{ minutes: 15 }]);
  });

  it('says the very words that customers will read, once the server told them (H8, S13)', async () => {
    let tell: (answer: Answer<'previewBreak'>) => void = () => undefined;
    const late = new Promise<Answer<'previewBreak'>>((resolve) => {
      tell = resolve;
    });
    const { payloads } = await openDesk({
      getPanel: [ok(onlinePanel())],
      takeBreak: [new Promise(() => undefined)],
      previewBreak: [late],
    });
    await press('Take a break');
    fireEvent.click(screen.getByRole('menuitem', { name: /^Take a break, 30 min/ }));
    await settle();
    const question = within(screen.getByRole('alertdialog', { name: 'Take a break' }));
    question.getByText('They’re told you’re expected again (1:30 PM), if the space is open then.');
    expectWords('Customers won’t see anyone online.');
    expectNoWords(/Expected at/);
    expect(payloads('previewBreak')[0]).toEqual({ minutes: 30 });
    // Hours are over before the break is.
    const told = { until: at(20), nextOnlineAt: at(24 * 60) };
    tell(ok({ now: at(0), projects: [{ projectId: '1', state: 'offline', told }] }));
    await settle();
    question.getByText('Customers will see “Back tomorrow at 1:00 PM”.');
    expectNoWords(/if the space is open then|Expected at/);
    fireEvent.click(question.getByRole('button', { name: 'Take a break' }));
    await settle();
    expectNoWords(/Expected at/);
  });

  it('says only what is known of a break that gets another end, until the server told the rest (H8, S13)', async () => {
    const told = { until: at(20), nextOnlineAt: at(20) };
    const followed = { ...onBreak, project: { ...support, state: 'offline' as const, told } };
    let tell: (answer: Answer<'takeBreak'>) => void = () => undefined;
    const late = new Promise<Answer<'takeBreak'>>((resolve) => {
      tell = resolve;
    });
    await openDesk({ getPanel: [ok(followed)], takeBreak: [late] });
    expectWords('Customers see “Back at 1:20 PM”.');
    await press('Change break');
    fireEvent.click(screen.getByRole('menuitem', { name: /1 hr/ }));
    await settle();
    expectWords('Customers won’t see anyone online.');
    expectNoWords(/Expected at|Back at/);
    tell(ok({ ...followed, me: { ...followed.me, until: at(60) } }));
    await settle();
    expectWords('Customers see “Back at 1:20 PM”.');
  });

  it('says what is known: whoever is asked at that moment is expected any moment (H2, H8)', async () => {
    const bo = { ...agentRow('bo', at(10)), why: 'expected' as const, since: at(-1) };
    const here = onlinePanel();
    await openDesk({ getPanel: [ok({ ...here, agents: [...here.agents, bo] })] });
    await press('Take a break');
    fireEvent.click(screen.getByRole('menuitem', { name: /^Take a break, 30 min/ }));
    await settle();
    expectWords('Customers will see “Expected any moment”.');
  });

  it('says of each space what its customers will read, those that read the same together (H8, S13)', async () => {
    const here = onlinePanel();
    const names = ['Support', 'HR', 'IT', 'Ops'];
    const projects = names.map((name, index) =>
      myProject({ id: String(index + 1), name, online: true, onlineCount: 1 }),
    );
    const told = { until: at(30), nextOnlineAt: at(30), expected: true as const };
    await openDesk({
      getPanel: [ok({ ...here, projects })],
      previewBreak: [
        ok({
          now: at(0),
          projects: [
            { projectId: '1', state: 'offline', told },
            { projectId: '2', state: 'hidden' },
            { projectId: '3', state: 'offline', told: { until: at(90), nextOnlineAt: null } },
            { projectId: '4', state: 'offline', told },
          ],
        }),
      ],
    });
    await press('More offline options');
    fireEvent.click(screen.getByRole('menuitem', { name: /^Take a break, 30 min/ }));
    await settle();
    const question = screen.getByRole('alertdialog', { name: 'Take a break' });
    expect([...question.querySelectorAll('p')].slice(1).map(({ textContent }) => textContent)).toEqual([
      'In Support and Ops, customers will see “Expected at 1:30 PM”.',
      'In HR, customers will see no chat icon, unless they’ve already started a chat.',
      'In IT, customers will see “We’re offline”.',
    ]);
    expect(await axeViolations()).toEqual([]);
  });

  it('that was refused leaves me online, and says so (H8, R10)', async () => {
    await openDesk({ getPanel: [ok(withBo(onlinePanel()))], takeBreak: [refused('unavailable')] });
    await press('Take a break');
    fireEvent.click(screen.getByRole('menuitem', { name: /^Take a break, 30 min/ }));
    await settle();
    expectAlert('You’re still online, not on a break.');
    expectWords('You’re online in Support');
  });

  it('can be given another end, or ended without coming back (H8)', async () => {
    const { payloads } = await openDesk({
      getPanel: [ok(onBreak), ok(panel())],
      goOffline: [ok(panel())],
    });
    await press('Change break');
    fireEvent.click(screen.getByRole('menuitem', { name: 'End break, stay offline' }));
    await settle();
    expect(payloads('goOffline')).toMatchObject([{ scope: 'all' }]);
    expectWords('You’re offline in Support');
  });
});
