/**
 * Whether anybody can see this frame: not in a hidden window, nor while the page around it has folded it away or scrolled it
 * out. Until the browser has said so once, it counts as seen. `onSeen`: it is seen again.
 */
export function createSight(onSeen: () => void): { isHidden(): boolean; stop(): void } {
  let isInView = true;
  const observer = new IntersectionObserver((entries) => {
    const wasHidden = isHidden();
    isInView = entries.at(-1)?.isIntersecting ?? true;
    if (wasHidden) look();
  });
  observer.observe(document.body);
  const isHidden = (): boolean => document.visibilityState === 'hidden' || !isInView;
  const look = (): void => {
    if (!isHidden()) onSeen();
  };
  document.addEventListener('visibilitychange', look);
  return {
    isHidden,
    stop() {
      observer.disconnect();
      document.removeEventListener('visibilitychange', look);
    },
  };
}
