import type { Frame, Page } from 'playwright-core';

/**
 * The page and the frames that can be seen in it now. The others are nobody's to read, and may go at any moment: a
 * dialog's frame lingers after the dialog was closed, as Jira's does.
 */
export async function framesInSight(page: Page): Promise<Frame[]> {
  const inSight = async (frame: Frame): Promise<boolean> => {
    if (!frame.parentFrame()) return true;
    try {
      return await (await frame.frameElement()).isVisible();
    } catch {
      // It went while it was looked at.
      return false;
    }
  };
  const frames = page.frames();
  const seen = await Promise.all(frames.map(inSight));
  return frames.filter((_, index) => seen[index]);
}
