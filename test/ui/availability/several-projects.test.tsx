import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Panel } from '../../../src/contract/panel';
import { at, myProject, onlinePanel, panel } from '../../static/availability/panel-builder';
import { ok, refused } from '../fake-resolver';
import { button, expectAlert, expectNoWords, expectWords, press, settle } from '../render-page';
import { openDesk } from './open-desk';

const onlineUntil = (minutes: number): Panel => onlinePanel(at(minutes));

describe('an agent of several projects', () => {
  const operations = (until: string | null) =>
    myProject({ id: '2', key: 'OPS', name: 'Operations', online: until !== null, until, onlineCount: 1 });
  const here = (until: string) => myProject({ online: true, until, onlineCount: 1 });

  it('reads what “In all my spaces” will do before it does it (S3, S13)', async () => {
    const projects = [myProject(), operations(at(30))];
    const { payloads } = await openDesk({ getPanel: [ok(panel({ projects }))], goOnline: [ok(panel())] });
    fireEvent.click(button(/^Until/));
    fireEvent.click(screen.getByRole('menuitemradio', { name: /^1 hr/ }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'In all my spaces' }));
    expectWords(
      'You’ll go online in Support (until 2:00 PM). You’ll be online until 2:00 PM in Operations (now 1:30 PM).',
    );
    expect(payloads('goOnline')).toEqual([]);
  });

  it('takes the end to all of them while online, after reading what that does (S13)', async () => {
    const online = { ...onlineUntil(60), projects: [here(at(60)), operations(at(30))] };
    const { payloads } = await openDesk({
      getPanel: [ok(online)],
      goOnline: [ok({ ...online, projects: [here(at(60)), operations(at(60))] })],
    });
    await press('Apply to all my spaces');
    expectWords('You’ll be online until 2:00 PM in Operations (now 1:30 PM).');
    expect(payloads('goOnline')).toEqual([]);
    await press('Apply to all my spaces');
    expect(payloads('goOnline')).toMatchObject([{ scope: 'all', until: at(60) }]);
    expect(screen.queryByRole('button', { name: 'Apply to all my spaces' })).toBeNull();
  });

  it('is not offered elsewhere an end that an admin allows no more (S12, S13)', async () => {
    const online = { ...onlineUntil(60), projects: [here(at(60)), operations(at(30))] };
    await openDesk({ getPanel: [ok({ ...online, longestMinutes: 50 })] });
    button('Until 2:00 PM 1 hr left');
    expect(screen.queryByRole('button', { name: 'Apply to all my spaces' })).toBeNull();
  });

  it('sees where else they are online, until when, and ends it there (S4, S13)', async () => {
    const online = {
      ...onlineUntil(60),
      projects: [here(at(60)), { ...operations(at(30)), onlineCount: 2 }],
    };
    const left = { ...onlineUntil(60), projects: [here(at(60)), operations(null)] };
    const { payloads } = await openDesk({
      getPanel: [ok(online), ok(left)],
      goOffline: [
        ok(
          panel({ project: { id: '2', key: 'OPS', name: 'Operations', chatEnabled: true, state: 'online' } }),
        ),
      ],
    });
    expectWords('Also online in', 'until 1:30 PM (30 min left)');
    await press('Go offline in Operations');
    expect(payloads('goOffline')).toMatchObject([{ scope: 'project', projectId: '2' }]);
    expectWords('You’re online in Support');
    expectNoWords('Also online in');
  });

  it('reads of the other space what its customers read while it is closed (H4)', async () => {
    const closed = { until: at(120), message: '' };
    const online = { ...onlineUntil(60), projects: [here(at(60)), { ...operations(at(30)), closed }] };
    await openDesk({ getPanel: [ok(online)] });
    expectWords('until 1:30 PM (30 min left) · Closed until 3:00 PM');
  });

  it('is asked about the other project where they are the last one, and told by name when it fails (S11)', async () => {
    const online = { ...onlineUntil(60), projects: [here(at(60)), operations(at(30))] };
    await openDesk({ getPanel: [ok(online)], goOffline: [refused('unavailable')] });
    await press('Go offline in Operations');
    expectWords(
      'You’re the last agent online in Operations. If you go offline, customers won’t see anyone online.',
      'Customers are promised someone until 2:00 PM.',
    );
    fireEvent.click(screen.getAllByRole('button', { name: 'Go offline' }).at(-1) as HTMLElement);
    await settle();
    expectAlert('You’re still online in Operations.');
    expectWords('Also online in');
  });
});
