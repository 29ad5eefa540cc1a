/** Jira's platform API: `2021-01-17T12:34:00.000+0000`. */
export function jiraDate(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '+0000');
}

/** The four forms in which Jira Service Management gives a moment. */
export function deskDate(ms: number) {
  const jira = jiraDate(ms);
  return {
    iso8601: jira.replace(/\.\d{3}\+/, '+'),
    jira,
    friendly: FRIENDLY.format(ms),
    epochMillis: Math.floor(ms),
  };
}

const FRIENDLY = new Intl.DateTimeFormat('en-US', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC',
});
