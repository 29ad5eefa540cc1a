import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Colleague } from '../../../src/contract/working-together';
import type { Person } from '../../../src/domain/person';
import { at } from '../../static/availability/panel-builder';
import { ann, inboxRow } from '../../static/chats/inbox-builder';
import { axeViolations } from '../axe-violations';
import { ok, refused, type Answers } from '../fake-resolver';
import { expectAlert, expectWords, fill, press, settle } from '../render-page';
import { aChat, openChat, pass, said } from './open-inbox';

const bo: Person = { accountId: 'bo', name: 'Bo Becker', avatarUrl: null };
const cy: Person = { accountId: 'cy', name: 'Cy Chen', avatarUrl: null };
const online = (person: Person): Colleague => ({ ...person, online: true, until: at(60) });
const offline = (person: Person): Colleague => ({ ...person, online: false, until: null });
const withAssignee = (assignee: Person | null) => aChat({ row: inboxRow({ assignee }) });
const colleagues = ok({ colleagues: [online(bo), offline(cy)], isMore: false });

async function openMenu(answers: Answers = {}, assignee: Person | null = ann) {
  const resolver = await openChat(withAssignee(assignee), { getColleagues: [colleagues], ...answers });
  await press('Hand over');
  return resolver;
}

const menu = (): HTMLElement => screen.getByRole('dialog', { name: 'Hand over this chat' });
const options = () =>
  within(menu())
    .getAllByRole('option')
    .map(({ textContent }) => textContent);
const search = (): HTMLElement => screen.getByRole('combobox', { name: 'Hand over to' });
const pressIn = async (name: string): Promise<void> => {
  fireEvent.click(within(menu()).getByRole('button', { name }));
  await settle();
};

describe('D5: handing over', () => {
  it('offers those online first, until when, and writes the note for whom it is', async () => {
    const { payloads } = await openMenu({ handOver: [ok(withAssignee(bo))] });
    expect(document.activeElement).toBe(search());
    expect(options()).toEqual([expect.stringMatching(/^Bo Becker.*until/), 'Cy Chen']);
    expect(screen.getAllByRole('group', { name: /Online|Offline/ })).toHaveLength(2);
    fireEvent.click(screen.getByRole('option', { name: /Bo Becker/ }));
    await fill('Note for Bo Becker internal, optional', 'She leaves on Friday.');
    await pressIn('Hand over to Bo Becker');
    expect(payloads('handOver')).toEqual([
      {
        conversationId: 'one',
        to: 'bo',
        note: 'She leaves on Friday.',
        seen: 'ann',
        operationId: expect.any(String) as string,
      },
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(said()).toContain('Bo Becker has this chat now.');
    expectWords('Assigned to Bo Becker', 'Take over');
    await press('Hand over');
    expect(screen.getByLabelText('Note internal, optional')).toHaveProperty('value', '');
  });

  it('works by the keyboard alone, and Escape leaves it with what was typed kept', async () => {
    const { payloads } = await openMenu({ handOver: [ok(withAssignee(cy))] });
    await fill('Note internal, optional', 'Courier!');
    fireEvent.keyDown(search(), { key: 'Escape' });
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement?.textContent).toBe('Hand over');
    await press('Hand over');
    expect(screen.getByLabelText('Note internal, optional')).toHaveProperty('value', 'Courier!');
    fireEvent.keyDown(search(), { key: 'ArrowDown' });
    fireEvent.keyDown(search(), { key: 'ArrowDown' });
    const chosen = within(menu()).getByRole('option', { selected: true });
    expect(chosen.textContent).toBe('Cy Chen');
    expect(search().getAttribute('aria-activedescendant')).toBe(chosen.id);
    fireEvent.submit(menu());
    await settle();
    expect(payloads('handOver')).toMatchObject([{ to: 'cy', note: 'Courier!', seen: 'ann' }]);
  });

  it('finds by name: among those who are known at once, others in Jira when nobody types any more', async () => {
    const dana = { accountId: 'dana', name: 'Dana Dunn', avatarUrl: null };
    const { payloads } = await openMenu({
      getColleagues: ({ query }) =>
        query === undefined ? colleagues : ok({ colleagues: [offline(dana)], isMore: false }),
    });
    fireEvent.change(search(), { target: { value: 'be' } });
    expect(options()).toEqual([expect.stringMatching(/^Bo Becker/)]);
    fireEvent.change(search(), { target: { value: 'd' } });
    fireEvent.change(search(), { target: { value: 'da' } });
    await pass(300);
    expect(options()).toEqual(['Dana Dunn']);
    expect(payloads('getColleagues')).toEqual([
      { conversationId: 'one' },
      { conversationId: 'one', query: 'da' },
    ]);
  });

  it('says when nobody is found, when there is nobody, and when they can’t be loaded', async () => {
    await openMenu({
      getColleagues: [refused('unavailable'), ok({ colleagues: [], isMore: false })],
    });
    expectAlert('Colleagues couldn’t be loaded.');
    await pressIn('Try again');
    expectWords(/^No other agent can take this chat/);
    fireEvent.change(search(), { target: { value: 'zz' } });
    await pass(300);
    expectWords('No one matches “zz”.');
  });

  it('somebody was faster: it says who, keeps the note, and hands over from them when that is wanted', async () => {
    const { payloads } = await openMenu({
      getConversation: [ok(withAssignee(ann)), ok(withAssignee(cy))],
      handOver: [{ ok: false, error: { code: 'conflict', message: '', assignee: cy } }, ok(withAssignee(bo))],
    });
    await fill('Note internal, optional', 'Courier!');
    fireEvent.click(screen.getByRole('option', { name: /Bo Becker/ }));
    await pressIn('Hand over to Bo Becker');
    expectAlert('The chat wasn’t handed over.', 'Cy Chen took this chat a moment ago.');
    expect(options()).toEqual([expect.stringMatching(/^Bo Becker/)]);
    await pressIn('Hand over to Bo Becker');
    expect(payloads('handOver')).toMatchObject([
      { seen: 'ann', note: 'Courier!' },
      { seen: 'cy', note: 'Courier!' },
    ]);
  });

  it('a colleague who was removed is named, in Jira’s words too, and the note stays', async () => {
    await openMenu({
      handOver: [
        { ok: false, error: { code: 'conflict', message: '', jiraSays: ['User cannot be assigned.'] } },
      ],
    });
    await fill('Note internal, optional', 'Courier!');
    fireEvent.click(screen.getByRole('option', { name: /Bo Becker/ }));
    await pressIn('Hand over to Bo Becker');
    expectAlert(/^Bo Becker can’t take this chat/, 'Jira says: User cannot be assigned.');
    expect(screen.getByLabelText('Note for Bo Becker internal, optional')).toHaveProperty(
      'value',
      'Courier!',
    );
  });

  it('a note that Jira did not take is added by “Try again”, as the same operation', async () => {
    const { payloads } = await openMenu({
      handOver: [ok({ ...withAssignee(bo), noteMissing: true as const }), ok(withAssignee(bo))],
    });
    await fill('Note internal, optional', 'Courier!');
    fireEvent.click(screen.getByRole('option', { name: /Bo Becker/ }));
    await pressIn('Hand over to Bo Becker');
    expectAlert('Bo Becker has this chat now, but your note wasn’t added.');
    await pressIn('Try again');
    const [first, second] = payloads('handOver');
    expect(second).toMatchObject({ note: 'Courier!', operationId: first?.operationId });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('a note that is too long says by how much, and can’t be handed over', async () => {
    await openMenu();
    fireEvent.click(screen.getByRole('option', { name: /Bo Becker/ }));
    await fill('Note for Bo Becker internal, optional', 'x'.repeat(1_002));
    expectWords(/^2 characters over the limit/);
    expect(within(menu()).getByRole('button', { name: 'Hand over to Bo Becker' })).toHaveProperty(
      'disabled',
      true,
    );
  });

  it('is accessible', async () => {
    await openMenu();
    fireEvent.click(screen.getByRole('option', { name: /Bo Becker/ }));
    expect(await axeViolations()).toEqual([]);
  });
});

describe('D5: giving back and taking over', () => {
  it('makes it nobody’s', async () => {
    const { payloads } = await openMenu({ giveBack: [ok(withAssignee(null))] });
    await pressIn('Unassign');
    expect(payloads('giveBack')).toEqual([{ conversationId: 'one', seen: 'ann' }]);
    expect(said()).toContain('No one has this chat now. Any agent can take it.');
    await press('Hand over');
    expect(within(menu()).queryByRole('button', { name: 'Unassign' })).toBeNull();
  });

  it('taking over from a colleague says whom it was seen with; one who was faster is named', async () => {
    const { payloads } = await openChat(withAssignee(bo), {
      getConversation: [ok(withAssignee(bo)), ok(withAssignee(cy))],
      assignToMe: [{ ok: false, error: { code: 'conflict', message: '', assignee: cy } }],
    });
    await press(/Take over/);
    expect(payloads('assignToMe')).toEqual([{ conversationId: 'one', seen: 'bo' }]);
    expectAlert('The chat wasn’t assigned to you.', 'Cy Chen took this chat a moment ago.');
    expectWords('Assigned to Cy Chen');
  });
});
