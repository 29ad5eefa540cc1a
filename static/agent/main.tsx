import { callResolver } from '../shared/call-resolver';
import { createServerClock } from '../shared/server-clock';
import { startPage } from '../shared/start-page';
import { AgentPage } from './agent-page';
import { createPanelStore } from './panel-store';
import { placeOf } from './place';
import { createProjectMemory } from './project-memory';

void startPage(({ accountId = '', extension }) => {
  const place = placeOf(extension);
  const clock = createServerClock();
  const store = createPanelStore({
    call: callResolver,
    clock,
    place: place.project,
    memory: createProjectMemory(accountId),
  });
  void store.refresh();
  const { isDialog, conversation } = place;
  return <AgentPage {...{ store, clock, isDialog, conversation, viewerId: accountId }} />;
});
