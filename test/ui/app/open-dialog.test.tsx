import { describe, expect, it, vi } from 'vitest';
import { openDialog, type DialogPlace } from '../../../static/app/open-dialog';
import { englishTexts } from '../english-texts';
import { connectBridge } from '../fake-bridge';

const open = (place: DialogPlace, onClose?: () => void): Promise<void> =>
  openDialog(englishTexts, place, onClose);

describe('the dialog over a page', () => {
  it.each([
    [{ projectId: '1' }, 'medium'],
    [{}, 'medium'],
    [{ projectId: '1', conversationId: 'c' }, 'xlarge'],
    [{ projectId: '1', held: true }, 'xlarge'],
    [{ projectId: '1', schedule: true }, 'xlarge'],
  ] as const)(
    'closes by Escape and by a click beside it, with room for what it shows: %o (I4)',
    async (place, size) => {
      const bridge = connectBridge(() => Promise.resolve(null));
      const onClose = vi.fn<() => void>();
      await open(place, onClose);
      expect(bridge.dialogs).toMatchObject([
        { size, context: place, closeOnEscape: true, closeOnOverlayClick: true },
      ]);
      expect(onClose).not.toHaveBeenCalled();
      bridge.dialogs[0]?.onClose();
      expect(onClose).toHaveBeenCalledOnce();
      expect(bridge.flags).toEqual([]);
    },
  );

  it('that Jira doesn’t open says so, and leaves nothing waiting for it to close (R10)', async () => {
    const bridge = connectBridge(() => Promise.resolve(null));
    bridge.refusesDialogs = true;
    const onClose = vi.fn<() => void>();
    await open({ projectId: '1' }, onClose);
    expect(bridge.flags).toMatchObject([{ type: 'error', title: 'Couldn’t open chat availability' }]);
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('is opened once, however often its button is pressed until it is there', async () => {
    const bridge = connectBridge(() => Promise.resolve(null));
    await Promise.all([open({ projectId: '1' }), open({ projectId: '1' })]);
    expect(bridge.dialogs).toHaveLength(1);
    await open({ projectId: '2' });
    expect(bridge.dialogs).toHaveLength(2);
  });
});
