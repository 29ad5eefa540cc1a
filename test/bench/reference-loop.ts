/** 200 bytes of JSON, as a stored record may be. */
const RECORD = JSON.stringify({
  state: 'online',
  anonymous: true,
  until: '2026-11-22T16:00:00Z',
  nextOnlineAt: null,
  now: '2026-11-22T15:31:07.000Z',
  next: 60,
  padding: 'x'.repeat(59),
});

const RECORDS = new Map(Array.from({ length: 1_000 }, (_, index) => [`s:${index}`, RECORD]));

/** The least that a poll can cost: find a record of 200 bytes, parse it, make an answer of it. */
export function referenceLoop(index: number): string {
  const record = RECORDS.get(`s:${index % RECORDS.size}`) ?? '{}';
  return JSON.stringify(JSON.parse(record));
}
