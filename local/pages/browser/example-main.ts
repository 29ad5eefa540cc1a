import { connectLiveEvents, wakePage } from './live-events';

/** The external page knows nothing of Jira; only the local site's clock reaches it, as a computer's sleep would. */
connectLiveEvents().onClockMove(wakePage);
