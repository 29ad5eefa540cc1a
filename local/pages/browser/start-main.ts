import { enableClockPanel } from './clock-panel';
import { connectLiveEvents } from './live-events';
import { applyPageTheme, watchTheme } from './theme';

applyPageTheme();
watchTheme();
enableClockPanel(connectLiveEvents());
