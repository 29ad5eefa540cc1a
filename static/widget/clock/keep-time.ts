import type { Availability } from '../frontdesk-api';
import type { KeepTime } from '../contract';
import { fill } from '../panel/fill';
import { nearestLocale } from '../panel/nearest-locale';
import { atItsSecond } from './at-its-second';
import { openUntil } from './own-hours';
import { promiseWords } from './promise-words';

const NOBODY = { anonymous: false, until: null, nextOnlineAt: null };

/**
 * What follows from times alone, on web pages a script of its own: hours of the visitor's own (rule H3), what changes at its own
 * second, and the words for what is promised (rule H5).
 */
export const keepTime: KeepTime = (host, setup, { now }) => {
  const { poller } = host;
  const { hours, labels, anonymous } = setup;
  const locale = nearestLocale(setup.locale, navigator.languages);
  const asked = poller.availability;
  const offline = labels['offline'] ?? '';

  /** The server's time by its last answer, never later than it is; the visitor's own clock may be wrong. */
  function serverNow(): number {
    const { body, by = now() } = poller.known().answer;
    return Date.parse(body.now) + now() - by;
  }

  /** Found once for all of it: a page asks every second. */
  let open = { from: 0, to: 0 };
  function openAt(moment: number): number | null {
    if (open.from <= moment && moment < open.to) return open.to;
    const to = hours ? openUntil(hours, moment) : null;
    if (to !== null) open = { from: moment, to };
    return to;
  }

  function availability(): Availability {
    const moment = serverNow();
    const told = atItsSecond(asked(), poller.known().answer.body, moment, anonymous);
    if (!hours || told.state === 'disabled') return told;
    const end = openAt(moment);
    if (end === null) return { state: 'hidden', ...NOBODY };
    if (told.state === 'hidden') return told;
    const { expected, nextOnlineAt, until, ...shown } = told;
    const isSeen = nextOnlineAt !== null && openAt(Date.parse(nextOnlineAt)) !== null;
    return {
      ...shown,
      until: Date.parse(until ?? '') <= end || end === Infinity ? until : new Date(end).toISOString(),
      nextOnlineAt: isSeen ? nextOnlineAt : null,
      ...(isSeen && expected && { expected }),
    };
  }

  const words = (): ReturnType<typeof promiseWords> =>
    promiseWords(availability(), { labels, locale, now: serverNow() });

  poller.availability = availability;
  Object.defineProperty(labels, 'offline', {
    get() {
      const { closed, promise } = words();
      return closed || promise ? fill(labels['offlineWhen'], { when: closed || promise }) : offline;
    },
    enumerable: true,
  });

  host.clock = {
    head(state) {
      const { closed, promise } = words();
      return [closed || state, promise].filter(Boolean).join(' · ');
    },
  };
};
