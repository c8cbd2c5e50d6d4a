// How the texts of the interface are written: what `web/scripts/messages.mjs` refuses.
import { expect, test } from 'vitest';

import { endsAsSentence, headingsIn, splitWords, withWholeLines } from '../../web/scripts/wording.mjs';

test('a word of which a line would keep a scrap takes a non-breaking hyphen', () => {
  expect(splitWords('Когда кто-то читал по-русски, и e-mail')).toEqual(['кто-то', 'по-русски', 'e-mail']);
  expect(splitWords('Когда кто\u2011то читал')).toEqual([]);
});

test('a long word may be broken at its hyphen, and a code keeps what is copied', () => {
  expect(splitWords('приложение-аутентификатор, CC-BY-SA-4.0')).toEqual([]);
});

test('a heading is found wherever a screen shows it', () => {
  const code = `<h2 class="big">{{ t('a.b', { word }) }}</h2> <tall-page [heading]="t(is() ? 'c.d' : 'e')" [lead]="t('f.g')">
    <tall-empty [title]="t('h.none')" [text]="t('h.none-text')" /> { path: '', title: title('i.title') }`;
  expect([...headingsIn(code)]).toEqual(['a.b', 'c.d', 'e', 'h.none', 'i.title']);
});

test('a full stop makes a heading a sentence; a question and an ellipsis do not', () => {
  expect(['No school.', 'No school', 'Sure?', 'Wait...'].map(endsAsSentence)).toEqual([true, false, false, false]);
});

test('a line parts no number from what it counts', () => {
  expect(withWholeLines('At least 8 characters in 7 days, 2 of {all}.', 'en')).toBe(
    'At least 8\u00A0characters in 7\u00A0days, 2\u00A0of {all}.',
  );
  expect(withWholeLines('{count, plural, one {# dag} other {# dagen}}', 'nl')).toBe(
    '{count, plural, one {#\u00A0dag} other {#\u00A0dagen}}',
  );
});

test('a Russian letter ends no line, and a dash begins none', () => {
  expect(withWholeLines('Карточки и слова с собой, а в «о нём» — всё', 'ru')).toBe(
    'Карточки и\u00A0слова с\u00A0собой, а\u00A0в\u00A0«о\u00A0нём»\u00A0— всё',
  );
});
