import { describe, expect, it } from 'vitest';
import { previewWords } from '../../../../static/settings/project/preview-words';
import { englishTexts } from '../../../ui/english-texts';
import { pageWith } from '../settings-page-builder';

const NOW = Date.parse('2026-11-22T10:00:00.000Z');
const iso = (inHours: number): string => new Date(NOW + inHours * 3_600_000).toISOString();
const closure = (from: number, until: number, message: string) => ({
  closureId: message,
  from: iso(from),
  until: iso(until),
  message,
  by: { accountId: 'pia', name: 'Pia', avatarUrl: null },
});
const said = (state: 'online' | 'offline' | 'closed', overrides: Parameters<typeof pageWith>[1]) =>
  previewWords(englishTexts, state, pageWith({}, overrides), NOW);

describe('H4, H5: what the preview’s head says', () => {
  it('is the promise there is now, while nobody is online', () => {
    expect(said('offline', {}).state).toBe('We’re offline');
    const told = { until: null, nextOnlineAt: iso(2) };
    expect(said('offline', { told }).state).toMatch(/^We’re offline · Back (at|on) /);
    expect(said('offline', { told: { ...told, expected: true } }).state).toMatch(/ · Expected at /);
    expect(said('offline', { told: { until: null, nextOnlineAt: iso(-0.1), expected: true } }).state).toMatch(
      / · Expected any moment$/,
    );
    expect(said('online', { told }).state).toBe('We’re online');
  });

  it('is in the widget’s own words: tomorrow, a week ahead, and both of a closure that runs', () => {
    const told = (inHours: number, more: object = {}) => ({
      told: { until: null, nextOnlineAt: iso(inHours), ...more },
    });
    expect(said('offline', told(24)).state).toMatch(/ · Back tomorrow at 10:00 AM$/);
    expect(said('offline', told(24, { expected: true })).state).toMatch(/ · Expected tomorrow at 10:00 AM$/);
    expect(said('offline', told(9 * 24)).state).toMatch(/ · Back on Tuesday, December 1 at 10:00 AM$/);
    const closed = { until: iso(24), message: '' };
    expect(said('closed', { closures: [closure(-1, 24, 'x')], ...told(25, { closed }) }).state).toBe(
      'Closed until tomorrow at 10:00 AM · Back tomorrow at 11:00 AM',
    );
    expect(said('offline', told(25, { closed })).state).toBe('We’re offline · Back tomorrow at 11:00 AM');
  });

  it('is no promise of somebody who is there: it says nothing of a time when nobody is', () => {
    const told = { until: iso(1), nextOnlineAt: null };
    expect(said('offline', { state: 'online', told }).state).toBe('We’re offline');
  });

  it('is the closure that runs, else the next one, else an example that says so', () => {
    const [first, next] = [closure(-1, 1, 'Team day'), closure(3, 4, 'Fire drill')];
    expect(said('closed', { closures: [first, next] })).toMatchObject({
      message: 'Team day',
      isExample: false,
    });
    expect(said('closed', { closures: [next] })).toMatchObject({ message: 'Fire drill', isExample: false });
    expect(said('closed', {})).toMatchObject({ message: '', isExample: true });
    expect(said('closed', {}).state).toMatch(/^Closed until /);
  });
});
