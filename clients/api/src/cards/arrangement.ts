/**
 * Which cards of the package are asked in a sitting: the twin of `services/thematic-cards/src/domain/arrangement.rs` over
 * what a device knows. Which kinds of a word are open was decided when it was packed.
 */

import type { Schemas } from '../http/connect';
import { arrange, type Candidate, type Fsrs, studyDay } from '../scheduler';
import { between } from '../scheduler/days';
import { type KeptCard, type Standing, standingOf } from './kept';

/** An exam, as it was when the package was packed. */
export type Exam = NonNullable<Schemas['thematicCards']['OfflineView']['exam']>;

/** Everything that decides which cards are asked. */
export interface Table {
  readonly cards: readonly KeptCard[];
  readonly scheduler: Fsrs;
  /** New words a day; as many new kinds of known words come beside them. */
  readonly newWords: number;
  /** What all new words are to be seen before. */
  readonly exam?: Exam | undefined;
  /** What was met before the package was packed, on the day on which it was. */
  readonly metBefore: { readonly day: string; readonly words: number; readonly kinds: number };
  readonly now: number;
  readonly zone: string;
}

interface Placed {
  readonly kept: KeptCard;
  readonly standing: Standing;
}

/** The cards of a sitting, in the order in which to ask them. */
export function places(table: Table, most: number): KeptCard[] {
  const today = studyDay(table.now, table.zone);
  const all = table.cards.map((kept) => ({ kept, standing: standingOf(kept, table.scheduler) }));
  const due = all.filter(({ standing }) => standing.askAt !== undefined && standing.askAt <= table.now);
  const answered = all.filter(({ standing }) => standing.state.last?.day === today);
  const taken = new Set([...due, ...answered].map(({ kept }) => kept.card.wordId));
  const fresh = all.filter((one) => mayBeMet(one, table.now) && !taken.has(one.kept.card.wordId));
  const met = withinQuotas(table, fresh, today);

  const candidates: Candidate[] = [
    ...due.map(({ kept, standing }) => ({
      ...named(kept),
      recall: table.scheduler.recall(standing.state, table.now) ?? 0,
    })),
    ...met.map(({ kept }) => named(kept)),
  ];
  const seen = answered.map(({ kept }) => [kept.card.wordId, kept.id] as const);
  const order = arrange(candidates, { cards: most, newCards: met.length }, { today: seen, recent: [] });
  const byId = new Map(table.cards.map((kept) => [kept.id, kept]));
  return order.flatMap((id) => byId.get(id) ?? []);
}

/** How many cards wait now, and how many could be met today. */
export function waiting(table: Table): { readonly due: number; readonly fresh: number } {
  const today = studyDay(table.now, table.zone);
  const all = table.cards.map((kept) => ({ kept, standing: standingOf(kept, table.scheduler) }));
  const due = all.filter(({ standing }) => standing.askAt !== undefined && standing.askAt <= table.now);
  const fresh = all.filter((one) => mayBeMet(one, table.now));
  return { due: due.length, fresh: withinQuotas(table, fresh, today).length };
}

function named(kept: KeptCard): { readonly card: string; readonly word: string } {
  return { card: kept.id, word: kept.card.wordId };
}

function mayBeMet({ standing }: Placed, now: number): boolean {
  return standing.state.phase === 'new' && !standing.setAside && standing.keptBackUntil <= now;
}

function isNewWord({ newWord }: KeptCard): boolean {
  return newWord;
}

/** The student's choice, or more where an exam is near: all of its words are seen before its day. */
function newWordsADay({ newWords, exam, metBefore, cards }: Table, today: string): number {
  const days = exam ? between(today, exam.on) : 0;
  if (!exam || days < 1) return newWords;
  const metHere = cards.filter(
    (kept) => kept.ofExam && isNewWord(kept) && kept.introducedOn !== undefined && kept.introducedOn < today,
  );
  // What was met today was new this morning: the day's share does not shrink while it is done.
  const metSince = (metBefore.day === today ? 0 : exam.metToday) + metHere.length;
  return Math.max(newWords, Math.ceil((exam.unseen - metSince) / days));
}

/** As many new words, and new kinds of known ones, as the day has left, by turns. */
function withinQuotas(table: Table, fresh: readonly Placed[], today: string): Placed[] {
  const metHere = table.cards.filter(({ introducedOn }) => introducedOn === today);
  const before = table.metBefore.day === today ? table.metBefore : { words: 0, kinds: 0 };
  const wordsToday = before.words + metHere.filter(isNewWord).length;
  const kindsToday = before.kinds + metHere.filter((kept) => !isNewWord(kept)).length;
  const aDay = newWordsADay(table, today);
  const inOrder = [...fresh].sort((one, other) => one.kept.place - other.kept.place);
  const words = inOrder.filter(({ kept }) => isNewWord(kept)).slice(0, Math.max(0, aDay - wordsToday));
  const kinds = inOrder.filter(({ kept }) => !isNewWord(kept)).slice(0, Math.max(0, table.newWords - kindsToday));
  const longer = Math.max(words.length, kinds.length);
  return Array.from({ length: longer }, (_, at) => [words[at], kinds[at]])
    .flat()
    .filter((one) => one !== undefined);
}
