import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';

import { refuses, refusesFields, says, Server } from '../../../testing/script';
import { KEYS_FOR_TEXTS } from '../../../testing/words';
import { SEND } from '../../core/http/open-api';
import type { Item, Word } from './content-api';
import { WordEditor } from './word-editor';

const READ = 'GET /api/v2/admin/items/*';
const SAVE = 'PUT /api/v2/admin/items/*';
const AT = '2026-11-27T10:15:00.000Z';

const bread: Word = {
  topicId: 'food',
  key: 'brood',
  level: 'A1',
  lemma: 'brood',
  partOfSpeech: 'noun',
  noun: { articles: ['de'], plural: 'broden', diminutive: 'broodje' },
  glosses: { en: ['bread'], ru: ['хлеб'] },
  examples: [{ nl: 'Ik eet brood.', translations: { en: 'I eat bread.', ru: 'Я ем хлеб.' } }],
};
const walk: Word = {
  topicId: 'food',
  key: 'lopen',
  level: 'A1',
  lemma: 'lopen',
  partOfSpeech: 'verb',
  verb: {
    pastSingular: 'liep',
    pastPlural: 'liepen',
    participle: 'gelopen',
    auxiliaries: ['hebben'],
    reflexive: false,
  },
  glosses: { en: ['walk'], ru: ['идти'] },
  examples: [{ nl: 'Ik loop.', translations: { en: 'I walk.', ru: 'Я иду.' } }],
};
const topic: Item = {
  itemId: 'food',
  kind: 'topic',
  topicId: 'food',
  title: 'Eten',
  status: 'published',
  live: true,
  version: 1,
  updatedAt: AT,
  history: [],
  content: {
    topic: { slug: 'eten', level: 'A1', title: { nl: 'Eten', en: 'Food', ru: 'Еда' }, position: 0, licence: 'CC0' },
  },
};

function item(word: Word): Item {
  return { ...topic, itemId: 'w', kind: 'word', title: word.lemma, status: 'draft', content: { word } };
}

function tagged(item: Item, etag: string): Response {
  const answer = says(item);
  answer.headers.set('etag', etag);
  return answer;
}

describe('editing a word', () => {
  let server: Server;
  let fixture: ComponentFixture<WordEditor>;
  let page: HTMLElement;

  async function open(word?: Word) {
    server = new Server();
    server.willSay('GET /api/v2/admin/items/food', tagged(topic, '"1"'));
    if (word) server.willSay('GET /api/v2/admin/items/w', tagged(item(word), '"3"'));
    TestBed.configureTestingModule({
      providers: [KEYS_FOR_TEXTS, provideRouter([]), { provide: SEND, useValue: server.send }],
    });
    fixture = TestBed.createComponent(WordEditor);
    fixture.componentRef.setInput('topicId', 'food');
    fixture.componentRef.setInput('wordId', word && 'w');
    page = fixture.nativeElement as HTMLElement;
    document.body.append(page);
    await vi.waitFor(() => expect(page.querySelector('form')).not.toBeNull());
    expect(server.asked(READ)).toHaveLength(word ? 2 : 1);
  }

  const field = (label: string) => {
    const labels = [...page.querySelectorAll<HTMLLabelElement>('tall-text-field label')];
    const id = labels.find(({ textContent }) => textContent === `content-field.${label}`)!.htmlFor;
    return page.querySelector<HTMLInputElement>(`#${id}`)!;
  };
  const type = (label: string, text: string) => {
    field(label).value = text;
    field(label).dispatchEvent(new Event('input'));
  };
  const choose = async (value: string) => {
    page.querySelector<HTMLInputElement>(`input[type=radio][value='${value}']`)!.click();
    await fixture.whenStable();
  };
  const save = () => page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
  const saved = async () => {
    await vi.waitFor(() => expect(server.asked(SAVE)).not.toEqual([]));
    return (await server.asked(SAVE).at(-1)!.json()) as { word: Word };
  };
  /** What is said at a field. */
  const told = (label: string) =>
    (field(label).getAttribute('aria-describedby') ?? '')
      .split(' ')
      .filter((id) => id.endsWith('-error'))
      .map((id) => page.querySelector(`#${id}`)?.textContent.trim());

  it('corrects a wrong article: the preview shows it, and it is sent with what was read', async () => {
    await open(bread);
    expect(page.querySelector('tall-word-preview')?.textContent).toContain('de');
    await choose('het');
    expect(page.querySelector('tall-word-preview')?.textContent).toContain('het');
    const after = { ...bread, noun: { ...bread.noun, articles: ['het' as const] } };
    server.willSay(SAVE, tagged(item(after), '"4"'));
    save();
    expect((await saved()).word).toEqual(after);
    expect(server.asked(SAVE)[0]!.headers.get('if-match')).toBe('"3"');
    await vi.waitFor(() => expect(page.querySelector('form [role=status]')?.textContent).toBe('saved'));
  });

  it('misses the forms of a verb at their fields, takes the editor to the first, and sends nothing', async () => {
    await open(walk);
    type('pastSingular', '');
    type('participle', ' ');
    type('participle', '');
    save();
    await vi.waitFor(() => expect(told('pastSingular')).toEqual(['field.required']));
    expect(told('participle')).toEqual(['field.required']);
    expect(told('pastPlural')).toEqual([]);
    expect(document.activeElement).toBe(field('pastSingular'));
    expect(server.asked(SAVE)).toEqual([]);
  });

  it('asks no forms of a verb of a noun', async () => {
    await open(bread);
    server.willSay(SAVE, tagged(item(bread), '"4"'));
    save();
    expect((await saved()).word).not.toHaveProperty('verb');
  });

  it('shows at its field what the server says of it', async () => {
    await open(bread);
    server.willSay(SAVE, refusesFields({ pointer: '/word/glosses/en/0', code: 'divided', message: 'divided' }));
    save();
    await vi.waitFor(() => expect(told('en')).toEqual(['field.divided']));
    expect(page.querySelector('form > tall-failure')).toBeNull();
  });

  it('says above the button what the server finds wrong where nothing is typed', async () => {
    await open(bread);
    server.willSay(
      SAVE,
      refusesFields(
        { pointer: '/word/key', code: 'duplicate-key', message: 'taken' },
        { pointer: '/word/noun/articles', code: 'repeated', message: 'twice' },
      ),
    );
    save();
    await vi.waitFor(() => expect(page.querySelector('form > tall-failure')).not.toBeNull());
    expect([...page.querySelectorAll('ul.error li')].map(({ textContent }) => textContent)).toEqual([
      'field.duplicate-key',
      'field.repeated',
    ]);
  });

  it('is refused whole when somebody else has changed it meanwhile, and keeps what was typed', async () => {
    await open(bread);
    type('plural', 'broods');
    server.willSay(SAVE, refuses(412, 'precondition-failed'));
    save();
    await vi.waitFor(() => expect(page.querySelector('form > tall-failure')).not.toBeNull());
    expect(page.querySelector('form > tall-failure')?.textContent).toContain('problem.precondition-failed');
    expect(field('plural').value).toBe('broods');
  });
});
