/** WebDriver's own characters for keys that write nothing. */
const VALUES: Record<string, string> = {
  Enter: '\uE007',
  Tab: '\uE004',
  Escape: '\uE00C',
  Shift: '\uE008',
  Control: '\uE009',
  Backspace: '\uE003',
};

/** The actions of WebDriver that press these keys one after the other. */
export const keyActions = (keys: string[]): { type: 'keyDown' | 'keyUp'; value: string }[] =>
  keys.flatMap((key) => {
    const held = (key.length > 1 ? key.split('+') : [key]).map((part) => VALUES[part] ?? part);
    return [
      ...held.map((value) => ({ type: 'keyDown' as const, value })),
      ...held.toReversed().map((value) => ({ type: 'keyUp' as const, value })),
    ];
  });

/** The actions of a click at a point. */
export const clickActions = (x: number, y: number): Record<string, unknown>[] => [
  { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y), origin: 'viewport' },
  { type: 'pointerDown', button: 0 },
  { type: 'pointerUp', button: 0 },
];
