/**
 * Whether anybody can see this frame: not in a hidden window, nor while the page around it has folded it away or scrolled it
 * out. Until the browser has said so once, it counts as seen. `onSeen`: it is seen again.
 */
export function createSight(onSeen: () => void): { isHidden(): boolean; stop(): void } {
  let isInView = true;
  const observer = new IntersectionObserver((entries) => {
    const wasInView = isInView;
    isInView = entries.at(-1)?.isIntersecting ?? true;
    if (isInView && !wasInView) onSeen();
  });
  observer.observe(document.body);
  return {
    isHidden: () => document.visibilityState === 'hidden' || !isInView,
    stop: () => observer.disconnect(),
  };
}
