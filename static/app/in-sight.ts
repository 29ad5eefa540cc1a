/**
 * Whether anybody can see this frame: not in a hidden window, nor while the page around it has folded it away or scrolled it
 * out. Until the browser has said so once, it counts as seen. `onChange`: it is hidden now, or seen again.
 */
export function createSight(onChange: (isHidden: boolean) => void): { isHidden(): boolean; stop(): void } {
  let isInView = true;
  const isHidden = (): boolean => document.visibilityState === 'hidden' || !isInView;
  let wasHidden = isHidden();
  const look = (): void => {
    if (isHidden() === wasHidden) return;
    wasHidden = isHidden();
    onChange(wasHidden);
  };
  const observer = new IntersectionObserver((entries) => {
    isInView = entries.at(-1)?.isIntersecting ?? true;
    look();
  });
  observer.observe(document.body);
  document.addEventListener('visibilitychange', look);
  return {
    isHidden,
    stop() {
      observer.disconnect();
      document.removeEventListener('visibilitychange', look);
    },
  };
}
