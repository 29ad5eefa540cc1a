import { readClockAhead, setClockAhead, wakePage } from './clock-ahead';
import { connectLiveEvents } from './live-events';

/** The external page knows nothing of Jira; only the local site's clock reaches it. */
readClockAhead(document.currentScript);
connectLiveEvents().onClockMove((aheadMs) => {
  setClockAhead(aheadMs);
  wakePage();
});
