import { describe, expect, it } from 'vitest';
import { newDesk } from '../../src/domain/desk';
import { DEFAULT_PROJECT_SETTINGS } from '../../src/domain/settings';
import { renewWidgetId, saveSettings } from '../../src/domain/settings-transitions';
import { NOON, aDesk, online } from '../support/desk-builders';

const byPia = { actor: 'pia', operationId: 'op-1', now: NOON };
const portal = { serviceDeskId: '1', siteUrl: 'http://localhost:4100' };
const enabled = { ...DEFAULT_PROJECT_SETTINGS, chatEnabled: true };

describe('project settings', () => {
  it('take a widget id when chat is enabled for the first time, and keep it over a break', () => {
    const first = saveSettings(newDesk('10001'), byPia, {
      settings: enabled,
      rev: 0,
      portal,
      widgetId: 'one',
    });
    expect(first).toMatchObject({
      kind: 'changed',
      desk: { widgetId: 'one', settingsRev: 1, portal },
      log: [{ event: 'enabled-chat', actor: 'pia' }],
    });
    const desk = aDesk({ widgetId: 'one', settings: { chatEnabled: false } });
    const again = saveSettings(desk, byPia, { settings: enabled, rev: 0, portal, widgetId: 'two' });
    expect(again).toMatchObject({ desk: { widgetId: 'one' } });
  });

  it('S1: send everybody offline when chat is disabled, so that nobody is found online later', () => {
    const desk = aDesk({ roster: { ann: online() } });
    const settings = { ...desk.settings, chatEnabled: false };
    expect(saveSettings(desk, byPia, { settings, rev: 0, portal: null, widgetId: 'x' })).toMatchObject({
      desk: { roster: {} },
      log: [{ event: 'disabled-chat' }],
    });
  });

  it('are refused on top of a revision that was not seen', () => {
    const desk = aDesk({ settingsRev: 3 });
    const settings = { ...desk.settings, welcomeText: 'Hello' };
    expect(saveSettings(desk, byPia, { settings, rev: 2, portal, widgetId: 'x' })).toMatchObject({
      kind: 'refused',
      error: { code: 'conflict' },
    });
  });

  it('R10: are saved already, when somebody else saved the same meanwhile', () => {
    const desk = aDesk({ settingsRev: 3 });
    const saving = { settings: desk.settings, rev: 2, portal, widgetId: 'x' };
    expect(saveSettings(desk, byPia, saving)).toEqual({ kind: 'unchanged', desk });
  });

  it('name in the log what was changed, and write nothing when nothing was', () => {
    const desk = aDesk();
    const settings = { ...desk.settings, welcomeText: 'Hello', hideWhenOffline: true };
    expect(saveSettings(desk, byPia, { settings, rev: 0, portal, widgetId: 'x' })).toMatchObject({
      log: [{ event: 'changed-settings', changed: ['hideWhenOffline', 'welcomeText'] }],
    });
    expect(saveSettings(desk, byPia, { settings: desk.settings, rev: 0, portal, widgetId: 'x' }).kind).toBe(
      'unchanged',
    );
  });

  it('R10: recognise their own write after an unknown outcome', () => {
    const desk = aDesk({ settingsRev: 1, settingsOperation: 'op-1' });
    const settings = { ...desk.settings, welcomeText: 'Hello' };
    expect(saveSettings(desk, byPia, { settings, rev: 0, portal, widgetId: 'x' }).kind).toBe('unchanged');
    expect(renewWidgetId(desk, byPia, 'two').kind).toBe('unchanged');
  });

  it('renew the public id, where there is one', () => {
    expect(renewWidgetId(aDesk(), byPia, 'two')).toMatchObject({
      desk: { widgetId: 'two' },
      log: [{ event: 'renewed-widget-id' }],
    });
    expect(renewWidgetId(newDesk('10001'), byPia, 'two')).toMatchObject({ error: { code: 'chat-disabled' } });
  });
});
