import fc from 'fast-check';

/** Looks like nothing that Frontdesk says of itself: found in a refusal, it was echoed. */
export const MARK = 'zqxjkvbw';

export const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '',
    ' ',
    MARK,
    `<script>${MARK}</script>`,
    `../../${MARK}`,
    `%00%2e%2e%2f${MARK}`,
    `\r\nSet-Cookie: ${MARK}`,
    `${MARK}\u0000\u202e\uffff`,
    '\ud800',
    '💥'.repeat(30),
    '__proto__',
    'constructor',
    'toString',
    'A'.repeat(22),
    'A'.repeat(43),
    'a.b.c',
    'eyJhbGciOiJub25lIn0.e30.',
    `${MARK}@shop.example`,
  ),
  fc.constant(MARK.repeat(600)),
);

export const hostileValue = fc.oneof(
  hostileText,
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    -1,
    -0,
    0.5,
    1e308,
    -1e308,
    Number.MAX_SAFE_INTEGER,
    Number.MAX_SAFE_INTEGER + 1,
    8.64e15,
    null,
    true,
    [],
    {},
    [MARK],
    { toString: MARK },
    { length: 43 },
  ),
);
