/** An e-mail that Jira put into its queue, for somebody about an issue. */
export interface SentMail {
  /** Epoch milliseconds. */
  at: number;
  issueKey: string;
  /** Account id. */
  to: string;
  subject: string;
  text: string;
}
