import type { Answer } from '../../../src/contract/functions';
import type { Wall } from '../../../src/contract/wall';
import { WALL_SPACES } from '../../../src/domain/team-limits';
import type { WindowChannel } from '../../app/browser/window-channel';
import type { Call } from '../../app/call';

/** Between the walls of one person's screen: what each of them shows, that one asks now, and what it was told. */
type Message = { shows: string[]; isNew: boolean } | { asks: string[] } | { wall: Wall };

export interface WallShare {
  /** Asks for all walls of the screen, as far as one call goes, and tells the others. */
  ask(): Promise<Answer<'getWall'>>;
}

interface Others {
  /** Another wall asks for all that this one shows. */
  onAsked(): void;
  /** And was told. */
  onHeard(wall: Wall): void;
}

/** Several walls on one screen are one call a minute, not one each (rule D12). */
export function createWallShare(
  { call, channel, projectIds }: { call: Call; channel: WindowChannel; projectIds: string[] },
  { onAsked, onHeard }: Others,
): WallShare {
  const shown = new Set(projectIds);
  const post = (message: Message): void => channel.post(message);
  const onlyMine = (wall: Wall): Wall => ({
    ...wall,
    spaces: wall.spaces.filter(({ id }) => projectIds.includes(id)),
  });
  const areAllMineIn = (ids: string[]): boolean => projectIds.every((id) => ids.includes(id));

  channel.listen((message) => {
    const heard = message as Message;
    if ('shows' in heard) {
      for (const id of heard.shows) shown.add(id);
      if (heard.isNew) post({ shows: projectIds, isNew: false });
    } else if ('asks' in heard) {
      if (areAllMineIn(heard.asks)) onAsked();
    } else if (areAllMineIn(heard.wall.spaces.map(({ id }) => id))) onHeard(onlyMine(heard.wall));
  });
  post({ shows: projectIds, isNew: true });

  return {
    async ask() {
      // Its own come first: beyond what one call can tell, the others ask themselves.
      const asks = [...shown].slice(0, WALL_SPACES);
      post({ asks });
      const answer = await call('getWall', { projectIds: asks });
      if (!answer.ok) return answer;
      post({ wall: answer.value });
      return { ...answer, value: onlyMine(answer.value) };
    },
  };
}
