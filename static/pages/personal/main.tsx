import { callResolver } from '../../app/call-resolver';
import { createServerClock } from '../../app/server-clock';
// First: the styles that all pages share come before those that refine them.
import { startPage } from '../start-page';
import '../../settings/form/settings-form.css';
import '../../chats/inbox.css';
import '../agent/agent.css';
import './personal.css';
// Styles of scripts that are loaded later come with the page's own.
import '../../schedule/schedule.css';
import '../../ui/segmented-choice.css';
import '../../ui/weekly-times/weekly-times.css';
import { createPanelStore } from '../../availability/panel-store';
import { PersonalPage } from './personal-page';

void startPage(({ accountId = '', timezone }) => {
  const clock = createServerClock();
  const store = createPanelStore({ call: callResolver, clock, place: {}, memory: null });
  void store.refresh();
  return <PersonalPage {...{ store, clock }} viewerId={accountId} zone={timezone} />;
});
