export interface FrameSize {
  /** Of the drawn content, without the empty rest of the frame. */
  width: number;
  height: number;
}

/** Reports the size of the content whenever it changes, starting with the first layout. */
export function watchFrameSize(report: (size: FrameSize) => void): void {
  let last = '';
  const measure = (): void => {
    const content = document.createRange();
    content.selectNodeContents(document.body);
    const { right } = content.getBoundingClientRect();
    const size = {
      width: Math.ceil(right + Number.parseFloat(getComputedStyle(document.body).marginRight)),
      height: Math.ceil(document.documentElement.getBoundingClientRect().height),
    };
    const text = JSON.stringify(size);
    if (text !== last) report(size);
    last = text;
  };
  const start = (): void => {
    const resizes = new ResizeObserver(measure);
    const observe = (): void => {
      for (const element of [document.documentElement, document.body, ...document.body.children]) {
        resizes.observe(element);
      }
      measure();
    };
    new MutationObserver(observe).observe(document.body, { childList: true });
    observe();
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start, { once: true });
  else start();
}
