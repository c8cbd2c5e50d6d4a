import { inject, Service } from '@angular/core';
import {
  answer,
  type CardStateView,
  inLanguage,
  type KeptCard,
  noted,
  places,
  schedulerOf,
  takenBack,
  told,
  waiting,
} from '@tall/api/cards';
import { newId, type Schemas } from '@tall/api/http';

import { Notices } from '../../../core/notices/notices';
import { Recordings } from '../../../core/offline/recordings';
import type { CardName, GlossLanguage, Given, Mark, Outcome, SessionView } from '../cards-api';
import {
  type CardFact,
  type CardPackage,
  type CardSitting,
  type Package,
  type QueuedOf,
  settleFacts,
} from '../../offline/device-database';
import { DeviceStore, SAFELY } from '../../offline/device-store';
import { ON_DEVICE } from './on-device';

type Cards = Schemas['thematicCards'];

const product = 'thematic-cards';

/** What a package holds, as it stands now. */
export interface Holding {
  readonly package: Package;
  readonly all: number;
  readonly due: number;
  readonly fresh: number;
}

/** What the server said to what was handed in. */
export interface HandedIn {
  readonly queued: readonly QueuedOf<'thematic-cards'>[];
  readonly results: readonly Cards['FactResultView'][];
  readonly cards: readonly CardStateView[];
  readonly cursor: string;
}

/** The cards that are kept on this device, and what was done with them here. */
@Service()
export class CardsOnDevice {
  private readonly store = inject(DeviceStore);
  private readonly recordings = inject(Recordings);
  private readonly notices = inject(Notices);
  private readonly zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

  /** Puts a package in the place of the one before. Answers that the server does not have yet stay on top of it. */
  async pack(view: Cards['OfflineView'], days: number): Promise<void> {
    const database = await this.store.database();
    const transaction = database.transaction(['cards', 'packages', 'facts'], 'readwrite');
    const cards = transaction.objectStore('cards');
    const before = new Map((await cards.getAll()).map((kept) => [kept.id, kept]));
    const unsent = new Set((await transaction.objectStore('facts').getAll()).map(({ fact }) => fact.id));
    const packed = view.cards
      .filter(({ card }) => card.kind !== 'unknown')
      .map((one, place) => packedCard(one, place, before.get(one.card.cardId), unsent));
    this.notices.wereCorrected(packed.filter((kept) => isCorrected(kept, before.get(kept.id))).map(headwordOf));
    const { packedAt, newWords, scheduler, metToday: metBefore, exam } = view;
    await cards.clear();
    for (const kept of packed) void cards.put(kept);
    const about = { product, packedAt, days, newWords, scheduler, metBefore, exam } as const;
    void transaction.objectStore('packages').put(about);
    await transaction.done;
    this.store.changed();
  }

  /** The recordings of what is here, in the order in which it was packed. */
  async sounds(): Promise<string[]> {
    const cards = await (await this.store.database()).getAll('cards');
    const inOrder = cards.sort((one, other) => one.place - other.place);
    return inOrder.flatMap(({ card }) => card.word.audio?.url ?? []);
  }

  /** What is here to be studied; nothing before something was taken along. */
  async holding(): Promise<Holding | undefined> {
    const table = await this.table();
    return table && { package: table.about, all: table.cards.length, ...waiting(table) };
  }

  /** Arranges a sitting of what is here. */
  async arrange(cards: number, language: GlossLanguage): Promise<SessionView | undefined> {
    const table = await this.table();
    if (!table) return undefined;
    const chosen = places(table, cards);
    const arrangedAt = new Date().toISOString();
    const sitting: CardSitting = { product, id: newId(), arrangedAt, cardIds: chosen.map(({ id }) => id) };
    if (chosen.length > 0) await (await this.store.database()).put('sittings', sitting);
    return sittingView(sitting, chosen, language);
  }

  /** A sitting that was arranged here. */
  async sitting(id: string, language: GlossLanguage): Promise<SessionView | undefined> {
    const database = await this.store.database();
    const sitting = await database.get('sittings', id);
    if (sitting?.product !== product) return undefined;
    const cards = await Promise.all(sitting.cardIds.map((card) => database.get('cards', card)));
    const here = cards.filter((kept) => kept !== undefined);
    return sittingView(sitting, here, language);
  }

  /** Takes an answer: it is kept to be sent before anybody is told that it was taken. Nothing when its card is not here. */
  async answer(given: Given, language: GlossLanguage): Promise<Outcome | undefined> {
    const transaction = (await this.store.database()).transaction(
      ['cards', 'facts', 'packages', 'sittings'],
      'readwrite',
      SAFELY,
    );
    const about = await transaction.objectStore('packages').get(product);
    const kept = await transaction.objectStore('cards').get(given.card.cardId);
    if (about?.product !== product || !kept) return undefined;
    const isFromHere = (await transaction.objectStore('sittings').getKey(given.sessionId)) !== undefined;
    const asked = inLanguage(given.card, language);
    const taken = answer(kept, asked, { ...given, zone: this.zone }, schedulerOf(about.scheduler));
    const fact = reviewOf(given, language, this.zone, !isFromHere);
    void transaction.objectStore('cards').put(taken.kept);
    void transaction.objectStore('facts').add(queued(fact, given.card));
    await transaction.done;
    this.store.changed();
    return taken.outcome;
  }

  /** Takes an answer back, wherever it was given. */
  async takeBack(given: Given): Promise<void> {
    const { card, reviewId } = given;
    const { cardId, wordId, kind } = card;
    const body = { reviewId, wordId, kind, undoneAt: new Date().toISOString() };
    await this.keep({ fact: 'undo', id: newId(), cardId, body }, given.card, (kept, about) =>
      takenBack(kept, reviewId, schedulerOf(about.scheduler)),
    );
  }

  /** Sets a card aside or puts it off. */
  async mark(card: CardName & { readonly word: { readonly headword: string } }, mark: Mark): Promise<void> {
    const { cardId, wordId, kind } = card;
    const now = new Date();
    const [id, zone] = [newId(), this.zone];
    const body = { wordId, kind, mark, markedAt: now.toISOString(), zone };
    await this.keep({ fact: 'mark', id, cardId, body }, card, (kept) => ({
      ...kept,
      marks: [...kept.marks, { id, mark, markedAt: now.getTime(), zone }],
    }));
  }

  /** Whether a card can be answered here. */
  async holds(cardId: string): Promise<boolean> {
    return (await (await this.store.database()).getKey('cards', cardId)) !== undefined;
  }

  /** Notes an answer that the server has taken already, so that its card is not asked here as if it had not been given. */
  async note({ card, ...given }: Given, rating: Outcome['rating']): Promise<void> {
    await this.change(card.cardId, (kept) => noted(kept, { ...given, zone: this.zone }, rating as 'good'));
  }

  /** The same of an answer that the server knows to be taken back. */
  async noteTakenBack({ card, reviewId }: Given): Promise<void> {
    await this.change(card.cardId, (kept, about) => takenBack(kept, reviewId, schedulerOf(about.scheduler)));
  }

  /** What the server has is not sent again; what it rejects is kept to be looked at. */
  async settle({ queued, results, cards, cursor }: HandedIn): Promise<void> {
    const transaction = (await this.store.database()).transaction(['cards', 'facts', 'cursors'], 'readwrite', SAFELY);
    const settled = settleFacts(transaction.objectStore('facts'), queued, results);
    const kept = transaction.objectStore('cards');
    for (const state of cards) {
      const card = await kept.get(state.cardId);
      if (!card) continue;
      void kept.put(told({ ...card, marks: card.marks.filter(({ id }) => !settled.has(id)) }, state));
    }
    void transaction.objectStore('cursors').put(cursor, product);
    await transaction.done;
    this.store.changed();
  }

  private async keep(
    fact: CardFact,
    card: { readonly word: { readonly headword: string } },
    change: (kept: KeptCard, about: CardPackage) => KeptCard,
  ): Promise<void> {
    const transaction = (await this.store.database()).transaction(['cards', 'facts', 'packages'], 'readwrite', SAFELY);
    const about = await transaction.objectStore('packages').get(product);
    const kept = await transaction.objectStore('cards').get(fact.cardId);
    if (about?.product === product && kept) void transaction.objectStore('cards').put(change(kept, about));
    void transaction.objectStore('facts').add(queued(fact, card));
    await transaction.done;
    this.store.changed();
  }

  private async change(cardId: string, change: (kept: KeptCard, about: CardPackage) => KeptCard): Promise<void> {
    const transaction = (await this.store.database()).transaction(['cards', 'packages'], 'readwrite');
    const about = await transaction.objectStore('packages').get(product);
    const kept = await transaction.objectStore('cards').get(cardId);
    if (about?.product === product && kept) void transaction.objectStore('cards').put(change(kept, about));
    await transaction.done;
    this.store.changed();
  }

  private async table() {
    const database = await this.store.database();
    const about = await this.store.package(product);
    if (!about) return undefined;
    const { newWords, metBefore, exam } = about;
    const kept = await this.recordings.kept();
    const cards = (await database.getAll('cards')).filter(({ card }) => canBeAsked(card, kept));
    const [scheduler, now] = [schedulerOf(about.scheduler), Date.now()];
    return { about, cards, scheduler, newWords, exam: exam ?? undefined, metBefore, now, zone: this.zone };
  }
}

/** What is asked by ear is asked here only where its recording is. */
function canBeAsked({ kind, word }: KeptCard['card'], recordings: ReadonlySet<string>): boolean {
  return kind !== 'dictation' || (word.audio != null && recordings.has(word.audio.url));
}

/** Whether a card that was met asks for something else since. */
function isCorrected(now: KeptCard, before: KeptCard | undefined): boolean {
  const text = ({ card: { word } }: KeptCard) => JSON.stringify([word.headword, word.forms, word.glosses]);
  return before?.base?.last != null && text(now) !== text(before);
}

function headwordOf({ card }: KeptCard): string {
  return card.word.headword;
}

function packedCard(
  { card, state, newWord, ofExam, notBefore }: Cards['OfflineCardView'],
  place: number,
  before: KeptCard | undefined,
  unsent: ReadonlySet<string>,
): KeptCard {
  const kept: KeptCard = {
    id: card.cardId,
    card,
    place,
    notBefore: notBefore ?? undefined,
    packedNew: !state?.last,
    newWord,
    ofExam,
    introducedOn: undefined,
    log: before?.log ?? [],
    undone: before?.undone ?? [],
    marks: (before?.marks ?? []).filter(({ id }) => unsent.has(id)),
  };
  const introducedOn = kept.packedNew ? before?.introducedOn : undefined;
  return state ? told({ ...kept, introducedOn }, state) : { ...kept, introducedOn };
}

function sittingView(
  { id, arrangedAt }: { readonly id: string; readonly arrangedAt: string },
  cards: readonly KeptCard[],
  language: GlossLanguage,
): SessionView {
  const began = Date.parse(arrangedAt);
  const views = cards.map((kept) => {
    const answered = kept.log.some(({ id, answeredAt }) => answeredAt >= began && !kept.undone.includes(id));
    const isTaken = Date.parse(kept.base?.last?.at ?? '') >= began;
    return { ...inLanguage(kept.card, language), answered: answered || isTaken };
  });
  const answered = views.filter((view) => view.answered).length;
  return { id, topicId: ON_DEVICE, practice: false, arrangedAt, answered, cards: views };
}

/** As a `PUT` of it would have said, so that one of which only the answer was lost counts once. */
function reviewOf(given: Given, language: GlossLanguage, zone: string, isOfServer: boolean): CardFact {
  const { card, reviewId, sessionId, practice, answer, answeredAt, durationMs } = given;
  const { cardId, wordId, kind } = card;
  const sitting = isOfServer ? { sessionId } : {};
  const body = { wordId, kind, answer, answeredAt, durationMs, practice, language, zone, ...sitting };
  return { fact: 'review', id: reviewId, cardId, body };
}

function queued(fact: CardFact, card: { readonly word: { readonly headword: string } }): QueuedOf<'thematic-cards'> {
  return { product, fact, headword: card.word.headword, queuedAt: new Date().toISOString(), state: 'waiting' };
}
