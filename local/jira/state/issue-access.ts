import type { CommentVisibility } from '../records/comment-visibility';
import type { Issue, IssueComment } from '../records/issue';
import type { IssueStore } from './issue-store';
import type { JiraActor } from '../records/jira-actor';
import { JiraRefusal, noSuchIssue, noSuchRequest, notLoggedIn } from '../records/jira-refusal';
import type { JiraState } from './jira-state';
import { APP_ACCOUNT, type Account } from '../records/people';
import { mayInProject } from './permissions';
import type { Project } from '../projects';

/** The only project role that apps are in. */
const APP_ROLE = 'atlassian-addons-project-access';

/** Who may see and do what with issues and requests. */
export class IssueAccess {
  readonly #directory: JiraState;
  readonly #issues: IssueStore;

  constructor(directory: JiraState, issues: IssueStore) {
    this.#directory = directory;
    this.#issues = issues;
  }

  /** Undefined for nobody, and for accounts that cannot log in. */
  account(actor: JiraActor): Account | undefined {
    if (actor.kind === 'app') return APP_ACCOUNT;
    const person = actor.kind === 'user' ? this.#directory.person(actor.accountId) : undefined;
    return person?.active ? person : undefined;
  }

  /** Throws for nobody. */
  asker(actor: JiraActor): Account {
    const account = this.account(actor);
    if (!account) throw notLoggedIn();
    return account;
  }

  mayBrowse(account: Account | undefined, project: Project): boolean {
    if (account?.kind === 'app') return true;
    const person = account && this.#directory.person(account.accountId);
    return person !== undefined && mayInProject(this.#directory, person, 'BROWSE_PROJECTS', project);
  }

  /** Through Jira itself: people with a licence. */
  issue(actor: JiraActor, idOrKey: string): { issue: Issue; project: Project; account: Account | undefined } {
    const issue = this.#issues.find(idOrKey);
    const project = issue && this.projectOf(issue);
    const account = this.account(actor);
    if (!issue || !project || !this.sees(account, issue)) throw noSuchIssue();
    return { issue, project, account };
  }

  /** Through the service desk: also the customers whose request it is. */
  request(actor: JiraActor, idOrKey: string): { issue: Issue; project: Project; account: Account } {
    const account = this.asker(actor);
    const issue = this.#issues.find(idOrKey);
    const project = issue && this.projectOf(issue);
    if (!issue || !project || !this.seesRequest(account, issue)) throw noSuchRequest();
    return { issue, project, account };
  }

  projectOf({ projectId }: Issue): Project | undefined {
    return this.#directory.project(projectId);
  }

  seesRequest(account: Account, issue: Issue): boolean {
    const project = this.projectOf(issue);
    if (!project || project.serviceDeskId === null || this.#isHiddenFrom(account, issue)) return false;
    return isInvolved(account, issue) || this.mayBrowse(account, project);
  }

  /** In Jira itself. */
  sees(account: Account | undefined, issue: Issue): boolean {
    const project = this.projectOf(issue);
    return project !== undefined && this.mayBrowse(account, project) && !this.#isHiddenFrom(account, issue);
  }

  seesComment(account: Account | undefined, issue: Issue, { isPublic, visibility }: IssueComment): boolean {
    if (!isPublic && !this.seesNotes(account)) return false;
    return visibility === undefined || this.isAmong(account, issue, visibility);
  }

  /** Of the roles and groups that the site has; nobody is in another one. */
  isAmong(account: Account | undefined, issue: Issue, { value }: CommentVisibility): boolean {
    const project = this.projectOf(issue);
    if (!account || !project) return false;
    if (account.kind === 'app') return value === APP_ROLE;
    switch (value) {
      case 'Administrators':
        return this.administers(account, project);
      case 'Service Desk Team':
        return this.isAgent(account, project.id);
      case 'Service Desk Customers':
        return this.#directory.isCustomer(account.accountId, project.id);
      case 'jira-administrators':
        return this.isJiraAdmin(account);
      default:
        return false;
    }
  }

  /** The app is in no security level. */
  #isHiddenFrom(account: Account | undefined, issue: Issue): boolean {
    const project = this.projectOf(issue);
    if (!issue.isHidden || !project) return false;
    if (!account || account.kind === 'app') return true;
    return !this.isAgent(account, project.id) && !this.administers(account, project);
  }

  /** Internal notes are for whoever works in Jira. */
  seesNotes(account: Account | undefined): boolean {
    return account?.kind === 'app' || account?.kind === 'licensed';
  }

  isJiraAdmin(account: Account | undefined): boolean {
    if (account?.kind === 'app') return this.#directory.conditions.appIsAdmin;
    const person = account && this.#directory.person(account.accountId);
    return person !== undefined && this.#directory.isJiraAdmin(person);
  }

  /** As Jira admin, or as admin of the project. */
  administers(account: Account | undefined, project: Project): boolean {
    const person = account && this.#directory.person(account.accountId);
    return (
      this.isJiraAdmin(account) || (person !== undefined && this.#directory.isProjectAdmin(person, project))
    );
  }

  /** Whether requests of the service desk can be theirs: everybody's where it is open. */
  mayRaise({ accountId, kind }: Account, project: Project): boolean {
    return (
      kind === 'app' ||
      !this.#directory.conditions.customersOnly ||
      this.#directory.isCustomer(accountId, project.id) ||
      this.#directory.isAgent(accountId, project.id)
    );
  }

  isAgent(account: Account | undefined, projectId: string): boolean {
    if (!account) return false;
    return account.kind === 'app' || this.#directory.isAgent(account.accountId, projectId);
  }

  /** Colleagues who are no agents help by notes; customers do not hear from them. */
  mayReply(account: Account, issue: Issue, project: Project): boolean {
    return (
      project.type === 'software' || this.isAgent(account, issue.projectId) || isInvolved(account, issue)
    );
  }

  mayWorkOn(account: Account | undefined, issue: Issue): boolean {
    return this.projectOf(issue)?.type === 'software'
      ? this.seesNotes(account)
      : this.isAgent(account, issue.projectId);
  }

  mayDelete(account: Account, project: Project): boolean {
    if (account.kind === 'app') return true;
    const person = this.#directory.person(account.accountId);
    return person !== undefined && mayInProject(this.#directory, person, 'DELETE_ISSUES', project);
  }

  /** One's own comments; those of others only for project admins and Jira admins. */
  checkMayChange(account: Account | undefined, issue: Issue, comment: IssueComment, what: string): void {
    const project = this.projectOf(issue);
    const administers = account?.kind !== 'app' && project && this.administers(account, project);
    if (account?.accountId === comment.authorId || administers) return;
    throw new JiraRefusal(400, `You do not have permission to ${what} the comment with id: ${comment.id}`);
  }

  /** Everybody who can be made responsible for an issue of the project. */
  assignees(project: Project): Account[] {
    return this.#directory
      .people()
      .filter(({ active, kind }) => active && kind === 'licensed')
      .filter(
        ({ accountId }) => project.type === 'software' || this.#directory.isAgent(accountId, project.id),
      );
  }
}

function isInvolved({ accountId }: Account, issue: Issue): boolean {
  return issue.reporterId === accountId || issue.participantIds.includes(accountId);
}
