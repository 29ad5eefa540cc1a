import { readSiteTime, setSiteTime, wakePage } from './clock-ahead';
import { connectLiveEvents } from './live-events';

/** The external page knows nothing of Jira; only the local site's clock reaches it. */
readSiteTime(document.currentScript);
connectLiveEvents().onClockMove((time) => {
  if (setSiteTime(time)) wakePage();
});
