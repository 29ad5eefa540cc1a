import { describe, expect, it } from 'vitest';
import { plainTextOf } from '../../../src/domain/adf/plain-text-of';
import { doc, node, p, text } from './adf-builders';

const item = (...content: unknown[]): object => node('listItem', {}, ...content);
const CODE = '    if broken:\n        restart()\n\n\n\n    # done';

describe('T5: what is more than lines reaches the visitor as lines', () => {
  it.each<[string, object, string]>([
    [
      'a list',
      doc(node('bulletList', {}, item(p('One'), p('more')), item(p('Two')))),
      '• One\n  more\n• Two',
    ],
    [
      'a list with numbers, from where it begins, with one inside',
      doc(
        node(
          'orderedList',
          { order: 9 },
          item(p('Nine'), node('bulletList', {}, item(p('a')), item(p('b')))),
          item(p('Ten'), node('orderedList', {}, item(p('One')))),
        ),
      ),
      '9. Nine\n   • a\n   • b\n10. Ten\n    1. One',
    ],
    [
      'action items, done and not, with one inside',
      doc(
        node(
          'taskList',
          {},
          node('taskItem', { state: 'DONE' }, text('Pull the plug')),
          node('taskItem', { state: 'TODO' }, text('Wait')),
          node('taskList', {}, node('blockTaskItem', { state: 'TODO' }, p('a minute'))),
        ),
      ),
      '☑ Pull the plug\n☐ Wait\n  ☐ a minute',
    ],
    [
      'decisions',
      doc(node('decisionList', {}, node('decisionItem', { state: 'DECIDED' }, text('Refund')))),
      '◆ Refund',
    ],
    [
      'a table: a row is a line',
      doc(
        node(
          'table',
          {},
          node(
            'tableRow',
            {},
            node('tableHeader', {}, p('Plan')),
            node('tableHeader', {}, p('Price')),
            node('tableHeader', {}, p('Note')),
          ),
          node(
            'tableRow',
            {},
            node('tableCell', {}, p('Small'), p('new')),
            node('tableCell', {}, p()),
            node('tableCell', {}, p('x')),
          ),
        ),
      ),
      'Plan | Price | Note\nSmall / new |  | x',
    ],
    [
      'a table whose rows are numbered',
      doc(
        node(
          'table',
          { isNumberColumnEnabled: true },
          node('tableRow', {}, node('tableHeader', {}, p('Plan'))),
          node('tableRow', {}, node('tableCell', {}, p('Small'))),
          node('tableRow', {}, node('tableCell', {}, p('Large'))),
        ),
      ),
      ' | Plan\n1 | Small\n2 | Large',
    ],
    ['code as it is', doc(p('Run:'), node('codeBlock', { language: 'python' }, text(CODE))), `Run:\n${CODE}`],
    ['code as it is, first of all', doc(node('codeBlock', {}, text(CODE))), CODE],
    [
      'code as it is, in a list and in a panel',
      doc(
        node(
          'bulletList',
          {},
          item(p('Run:'), node('codeBlock', {}, text(CODE))),
          item(node('codeBlock', {}, text('a'))),
        ),
        node('panel', { panelType: 'tip' }, node('codeBlock', {}, text(CODE))),
      ),
      `• Run:\n${CODE}\n•\na\n${CODE}`,
    ],
    [
      'a quote, and a list in it',
      doc(node('blockquote', {}, p('You wrote'), p(), node('bulletList', {}, item(p('this')))), p('Yes')),
      '> You wrote\n>\n> • this\nYes',
    ],
    [
      'panels',
      doc(
        node('panel', { panelType: 'warning' }, p('Save first'), p('Really')),
        node('panel', { panelType: 'custom', panelIconText: '🚀' }, p('Go')),
        node('panel', { panelType: 'custom' }, p('Stay')),
      ),
      '⚠️ Save first\nReally\n🚀 Go\nStay',
    ],
    [
      'what is folded: its title and what is in it',
      doc(node('expand', { title: 'Details' }, p('Inside'), node('nestedExpand', {}, p('Further in')))),
      '▾ Details\nInside\n▾\nFurther in',
    ],
    ['a line across', doc(p('Above'), node('rule', {}), p('Below')), 'Above\n———\nBelow'],
    [
      'columns',
      doc(
        node(
          'layoutSection',
          {},
          node('layoutColumn', { width: 50 }, p('Left')),
          node('layoutColumn', { width: 50 }, p('Right')),
        ),
      ),
      'Left\nRight',
    ],
    [
      'an app’s: its words, or a sign that there is something',
      doc(
        node('extension', { extensionType: 'x', extensionKey: 'chart', text: 'A chart' }),
        node('extension', { extensionType: 'x', extensionKey: 'chart' }),
        node('bodiedExtension', { extensionKey: 'box' }, p('In a box')),
        p('a ', node('inlineExtension', { extensionKey: 'dot' }), ' b'),
        node('syncBlock', { resourceId: '1' }),
      ),
      'A chart\n[…]\nIn a box\na […] b\n[…]',
    ],
    [
      'a kind of node that nobody knows yet',
      doc(node('hologram', {}, p('Hello')), node('hologram', {})),
      'Hello\n[…]',
    ],
    ['a text where a block belongs', doc(text('Hello '), text('there'), p('!')), 'Hello there\n!'],
  ])('%s', (_what, document, expected) => {
    expect(plainTextOf(document)).toBe(expected);
  });
});
