import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { PersonChat, PersonErased } from '../../../src/contract/personal-data';
import { refuse } from '../../../src/domain/errors';
import { PersonalDataSection } from '../../../static/settings/project/personal-data-section';
import { axeViolations } from '../axe-violations';
import { press } from '../render-page';
import { fakeJira } from './fake-jira';
import { enter, open } from './on-screen';

const NOW = '2026-11-22T12:00:00.000Z';
const PAGE = <PersonalDataSection project={{ id: '1', key: 'SUP', name: 'Support' }} viewerId="pia" />;

const theirs = (id: string, overrides: Partial<PersonChat> = {}): PersonChat => ({
  conversationId: id,
  startedAt: NOW,
  lastAt: NOW,
  own: true,
  messages: 3,
  issueKey: `SUP-${id}`,
  issueUrl: null,
  waiting: 0,
  ...overrides,
});

const erased = (overrides: Partial<PersonErased>): PersonErased => ({
  now: NOW,
  looked: 50,
  erased: [],
  waiting: [],
  cursor: null,
  fingerprint: 'fingerprint',
  ...overrides,
});

/** What is handed to the person as files. */
function watchDownloads(): { name: string; content: Promise<string> }[] {
  const files: { name: string; content: Promise<string> }[] = [];
  let made: Blob | null = null;
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    made = blob as Blob;
    return 'blob:made';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    if (made) files.push({ name: this.download, content: made.text() });
  });
  onTestFinished(() => void vi.restoreAllMocks());
  return files;
}

async function find(entry = 'cara@example.com'): Promise<void> {
  await open(PAGE);
  await enter('Email of the person', entry);
  await press('Find');
}

afterEach(cleanup);

describe('what is kept about a person, for admins (T8)', () => {
  it('is looked for page by page, and shown chat by chat', async () => {
    const jira = fakeJira({
      findPerson: ({ cursor }) => ({
        ok: true,
        value:
          cursor === undefined
            ? { now: NOW, looked: 50, chats: [theirs('1')], cursor: 'next' }
            : { now: NOW, looked: 7, chats: [theirs('2', { waiting: 1 })], cursor: null },
      }),
    });
    await find();
    expect(jira.asked.filter((key) => key === 'findPerson')).toHaveLength(2);
    expect(screen.getByText('Found in 2 chats')).toBeTruthy();
    expect(screen.getByText(/3 messages · 1 message not in Jira yet/)).toBeTruthy();
    expect(await axeViolations()).toEqual([]);
  });

  it('is nothing: then it says how much was looked through', async () => {
    fakeJira({ findPerson: () => ({ ok: true, value: { now: NOW, looked: 57, chats: [], cursor: null } }) });
    await find();
    expect(screen.getByText('Nothing about this person is kept. 57 chats searched.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Erase…' })).toBeNull();
  });

  it('may be nothing but a block, which ends with the rest', async () => {
    const blocks = [{ at: NOW, reason: null, issueKey: 'SUP-4' }];
    fakeJira({
      findPerson: () => ({ ok: true, value: { now: NOW, looked: 57, chats: [], blocks, cursor: null } }),
    });
    await find();
    expect(screen.getByText('This person is blocked in this space.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Erase…' })).toBeTruthy();
    expect(screen.queryByText(/Nothing about this person is kept/)).toBeNull();
  });

  it('is not looked for by half an address', async () => {
    const jira = fakeJira({});
    await find('cara@');
    expect(screen.getByText('Enter a complete email, such as ana@example.com.')).toBeTruthy();
    expect(jira.asked).toEqual([]);
  });

  it('is handed out as one file with a head', async () => {
    const files = watchDownloads();
    fakeJira({
      findPerson: () => ({ ok: true, value: { now: NOW, looked: 1, chats: [theirs('1')], cursor: null } }),
      exportPerson: ({ from }) => ({
        ok: true,
        value: {
          now: NOW,
          chat: { conversationId: '1', startedAt: NOW, own: true, issueKey: 'SUP-1', issueUrl: null },
          messages: [{ at: NOW, from: 'person', text: `piece ${String(from)}` }],
          next: from === 1 ? 21 : null,
        },
      }),
    });
    await find();
    await press('Download data');
    const content = JSON.parse(String(await files[0]?.content)) as Record<string, unknown>;
    expect(content).toMatchObject({
      project: { key: 'SUP' },
      whom: { email: 'cara@example.com' },
      exportedAt: NOW,
      chats: [{ issueKey: 'SUP-1', messages: [{ text: 'piece 1' }, { text: 'piece 21' }] }],
    });
  });

  it('is erased after a question, with a receipt that does not say of whom', async () => {
    const files = watchDownloads();
    const jira = fakeJira({
      findPerson: () => ({ ok: true, value: { now: NOW, looked: 1, chats: [theirs('1')], cursor: null } }),
      erasePerson: () => ({
        ok: true,
        value: erased({ erased: [theirs('1')], waiting: [theirs('2', { waiting: 1 })] }),
      }),
    });
    await find();
    await press('Erase…');
    expect(jira.asked).not.toContain('erasePerson');
    await press('Erase');
    expect(screen.getByText('1 chat erased')).toBeTruthy();
    expect(screen.getByText('Still in Jira: SUP-1.')).toBeTruthy();
    expect(screen.getByText(/^1 chat wasn’t erased/)).toBeTruthy();
    expect(await axeViolations()).toEqual([]);
    await press('Download receipt');
    const receipt = String(await files[0]?.content);
    expect(JSON.parse(receipt)).toMatchObject({ by: 'pia', chats: 1, messages: 3, notErased: 1 });
    expect(receipt).not.toContain('cara@example.com');
  });

  it('goes on where erasing broke off, and the receipt counts all of it', async () => {
    let calls = 0;
    const operations = new Set<string>();
    fakeJira({
      findPerson: () => ({ ok: true, value: { now: NOW, looked: 1, chats: [theirs('1')], cursor: null } }),
      erasePerson: ({ operationId }) => {
        operations.add(operationId);
        calls += 1;
        if (calls === 2) return refuse('unavailable', '');
        return {
          ok: true,
          value: erased(calls === 1 ? { erased: [theirs('1')], cursor: 'next' } : { erased: [theirs('2')] }),
        };
      },
    });
    await find();
    await press('Erase…');
    await press('Erase');
    expect(screen.getByRole('alert').textContent).toContain('Not everything was erased.');
    await press('Try again');
    expect(screen.getByText('2 chats erased')).toBeTruthy();
    expect(operations.size).toBe(1);
  });
});
