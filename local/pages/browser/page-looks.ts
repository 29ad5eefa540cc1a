/** Where everything of a page is: how wide and high it is, and each element's box, in order. */
export interface PageLooks {
  boxes: string[];
}

export function looksOf({ body, documentElement }: Document): PageLooks {
  const all = [documentElement, ...body.querySelectorAll('*')].filter((each) => !each.matches('script'));
  return {
    boxes: all.map((each) => {
      const { x, y, width, height } = each.getBoundingClientRect();
      return [each.localName, x, y, width, height].join(' ');
    }),
  };
}
