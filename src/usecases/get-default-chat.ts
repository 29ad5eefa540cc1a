import { succeed, type Result } from '../domain/errors';
import type { Ports } from '../ports';

type Needs = {
  site: Pick<Ports['site'], 'globalSettings'>;
  desks: Pick<Ports['desks'], 'read'>;
};

/**
 * The portal whose chat the help center's front page shows, to everybody: what is seen of it follows from that space's own rules.
 * Null: a Jira admin has chosen none, or chat is off there by now.
 */
export async function getDefaultChat({ site, desks }: Needs): Promise<Result<{ portalId: string | null }>> {
  const { defaultChat } = await site.globalSettings();
  const desk = defaultChat === null ? null : await desks.read(defaultChat);
  return succeed({ portalId: desk?.settings.chatEnabled ? (desk.portal?.serviceDeskId ?? null) : null });
}
