import { describe, expect, it } from 'vitest';
import { plainTextOf } from '../../../src/domain/adf/plain-text-of';
import { doc, link, node, p, text } from './adf-builders';

const BREAK = { type: 'hardBreak' };

describe('T5: what a comment says reaches the visitor as a text', () => {
  it.each<[string, object, string]>([
    ['paragraphs, and an empty one between them', doc(p('One'), p(), p('Two')), 'One\n\nTwo'],
    ['a break in a line', doc(p('One', BREAK, BREAK, 'Two')), 'One\n\nTwo'],
    ['a heading', doc(node('heading', { level: 2 }, text('Steps')), p('First')), 'Steps\nFirst'],
    [
      'words in bold, italics, colour',
      doc(
        p(text('Do', { type: 'strong' }), text(' not', { type: 'em' }), text(' wait', { type: 'textColor' })),
      ),
      'Do not wait',
    ],
    [
      'what was struck out is not said',
      doc(
        p(
          'It costs ',
          text('9', { type: 'strike' }),
          text(' EUR', { type: 'strike' }, { type: 'em' }),
          ' 5 EUR',
        ),
      ),
      'It costs ~~9 EUR~~ 5 EUR',
    ],
    ['code in a line', doc(p('Run ', text('npm start', { type: 'code' }), '.')), 'Run `npm start`.'],
    [
      'a power is no number',
      doc(
        p(
          '10',
          text('3', { type: 'subsup', attrs: { type: 'sup' } }),
          ' H',
          text('2', { type: 'subsup', attrs: { type: 'sub' } }),
          'O',
        ),
      ),
      '10^3 H2O',
    ],
    [
      'a link behind words, some of them in bold',
      doc(
        p(
          'See ',
          text('the ', link('https://a.example/x')),
          text('guide', { type: 'strong' }, link('https://a.example/x')),
          '.',
        ),
      ),
      'See the guide (https://a.example/x).',
    ],
    [
      'links one behind the other',
      doc(p(text('one', link('https://a.example/1')), text('two', link('https://a.example/2')))),
      'one (https://a.example/1)two (https://a.example/2)',
    ],
    [
      'cards',
      doc(
        p('See ', node('inlineCard', { url: 'https://a.example/1' })),
        node('blockCard', { data: { '@type': 'Document', name: 'The guide', url: 'https://a.example/2' } }),
        node('embedCard', { url: 'https://a.example/3', layout: 'center' }),
      ),
      'See https://a.example/1\nThe guide (https://a.example/2)\nhttps://a.example/3',
    ],
    ['a card of nothing that can be said', doc(node('blockCard', { datasource: {} })), '[…]'],
    [
      'a picture, with what is written below it',
      doc(
        p('Click here:'),
        node(
          'mediaSingle',
          {},
          node('media', { type: 'file', alt: 'where.png' }),
          node('caption', {}, text('The button')),
        ),
      ),
      'Click here:\n🖼️ where.png\nThe button',
    ],
    [
      'a picture without a name',
      doc(node('mediaSingle', {}, node('media', { type: 'file', id: '6f' }))),
      '🖼️',
    ],
    [
      'a picture from elsewhere',
      doc(node('mediaSingle', {}, node('media', { type: 'external', url: 'https://a.example/b.png' }))),
      '🖼️ https://a.example/b.png',
    ],
    [
      'a picture that is a link',
      doc(
        node(
          'mediaSingle',
          {},
          { ...node('media', { alt: 'map.png' }), marks: [link('https://a.example/map')] },
        ),
      ),
      '🖼️ map.png (https://a.example/map)',
    ],
    [
      'files, each in its line',
      doc(
        node(
          'mediaGroup',
          {},
          node('media', { type: 'file', alt: 'bill.pdf' }),
          node('media', { type: 'file', alt: 'a.JPG' }),
          node('media', { type: 'file', id: '1' }),
        ),
      ),
      '📎 bill.pdf\n🖼️ a.JPG\n📎',
    ],
    [
      'a film where pictures are',
      doc(node('mediaSingle', {}, node('media', { alt: 'how.mp4' }))),
      '📎 how.mp4',
    ],
    [
      'files and pictures in a line',
      doc(
        p(
          'See ',
          node('mediaInline', { type: 'file', alt: 'bill.pdf' }),
          ' and ',
          node('mediaInline', { type: 'image', id: '1' }),
        ),
      ),
      'See 📎 bill.pdf and 🖼️',
    ],
    [
      'a day, as everybody reads it alike',
      doc(p('Until ', node('date', { timestamp: '1798675200000' }))),
      'Until 2026-12-31',
    ],
    ['a day that is none', doc(p(node('date', { timestamp: 'soon' }), node('date', {}))), '[…][…]'],
    [
      'somebody’s name',
      doc(
        p(
          node('mention', { id: '1', text: '@Ann' }),
          node('mention', { id: '2', text: 'Bo' }),
          node('mention', { id: 'secret' }),
        ),
      ),
      '@Ann@Bo@…',
    ],
    [
      'an emoji',
      doc(
        p(
          node('emoji', { shortName: ':wave:', text: '👋' }),
          node('emoji', { shortName: ':party:', text: '' }),
        ),
      ),
      '👋:party:',
    ],
    [
      'a status',
      doc(p('It is ', node('status', { text: 'IN PROGRESS', color: 'blue' }))),
      'It is IN PROGRESS',
    ],
  ])('%s', (_what, document, expected) => {
    expect(plainTextOf(document)).toBe(expected);
  });
});
