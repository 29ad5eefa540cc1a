/** What is not needed before somebody writes. */
export interface ConversationSteps {
  startConversation: typeof import('./start-conversation').startConversation;
  registerVisitor: typeof import('./register-visitor').registerVisitor;
}
