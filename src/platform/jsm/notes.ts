import { route } from '@forge/api';
import { z } from 'zod';
import { plainRichText } from '../../domain/rich-text';
import { Undeliverable, type ServiceDesk } from '../../jira-ports';
import type { JiraClient } from '../jira-client';
import { MARK } from './comments';

/** What the app tells agents in the request itself. */
export const notes = (jira: JiraClient): Pick<ServiceDesk, 'note'> => ({
  async note(issueKey, { text, marker }) {
    const body = {
      body: plainRichText(text, null),
      properties: [
        { key: 'sd.public.comment', value: { internal: true } },
        { key: MARK, value: { message: marker } },
      ],
    };
    const path = route`/rest/api/3/issue/${issueKey}/comment`;
    const answer = await jira.change('app', 'POST', path, body, z.unknown());
    if (!answer.ok) throw new Undeliverable(answer.status === 404 ? 'request-gone' : 'refused');
  },
});
