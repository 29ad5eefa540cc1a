import { callResolver } from '../../app/call-resolver';
import { createServerClock } from '../../app/server-clock';
import { startPage } from '../start-page';
import { AgentPage } from './agent-page';
import { createPanelStore } from '../../availability/panel-store';
import { placeOf } from './place';
import { createProjectMemory } from '../../availability/project-memory';

void startPage(({ accountId = '', extension, timezone }) => {
  const place = placeOf(extension);
  const clock = createServerClock();
  const store = createPanelStore({
    call: callResolver,
    clock,
    place: place.project,
    memory: createProjectMemory(accountId),
  });
  void store.refresh();
  const { isDialog, conversation, held = false, schedule = false, toGoOnline = false } = place;
  return (
    <AgentPage
      {...{ store, clock, isDialog, conversation, held, schedule, toGoOnline, viewerId: accountId }}
      zone={timezone}
    />
  );
});
