/** One way of being right, and what its words are to each other. */

import { type Known, looksLikeParticiple, looksLikePrefixedParticiple, Noun, Verb } from './dutch/forms';
import * as lists from './dutch/lists';
import type { Policy } from './policy';
import type { MistakeKind } from './verdict';
import { at, lettersOf, type Word } from './words';

/** Fewer words are no sentence, in which a word that nothing is known of can be taken for its verb. */
const WORDS_OF_A_SENTENCE = 3;

/** Words that are right, under a policy, with what is known of them. */
export interface Variant {
  readonly words: readonly Word[];
  /** Whether it is a noun that is asked with its article. */
  readonly isNoun: boolean;
  /** The word that is practised. */
  readonly known: Known | undefined;
  /** The sentence around a gap. */
  readonly before: readonly Word[];
  readonly after: readonly Word[];
  readonly policy: Required<Policy>;
}

/** What an expected word is. */
export interface Role {
  /** Letters, by which it is long enough for a typo. */
  readonly letters: number;
  /** The article of what follows. */
  readonly isArticle: boolean;
  /** A word that takes the t of a verb or a participle. */
  readonly isVerb: boolean;
  /** A form of the word that is practised. */
  readonly isFormOfKnown: boolean;
  /** *Hebben*, *zijn* or *worden* with a participle. */
  readonly isAuxiliaryOfParticiple: boolean;
  /** A word that looks like a participle, with one of these. */
  readonly isParticipleOfAuxiliary: boolean;
}

export function isDutch(variant: Variant): boolean {
  return variant.policy.language === 'dutch';
}

export function knownVerb(variant: Variant): Verb | undefined {
  return variant.known instanceof Verb ? variant.known : undefined;
}

/** All words of the sentence. */
export function sentence(variant: Variant): Word[] {
  return [...variant.before, ...variant.words, ...variant.after];
}

/** What each of its words is. */
export function rolesOf(variant: Variant): Role[] {
  const hasAuxiliary = sentence(variant).some((word) => lists.isAuxiliary(word.folded));
  return variant.words.map((word, place) => {
    const dutch = isDutch(variant);
    return {
      letters: lettersOf(word),
      isArticle: isArticle(variant, place),
      isVerb: dutch && isVerb(variant, place),
      isFormOfKnown: dutch && (variant.known?.hasForm(word.bare) ?? false),
      isAuxiliaryOfParticiple: dutch && lists.isAuxiliary(word.folded) && hasParticipleBeside(variant, word),
      isParticipleOfAuxiliary: dutch && hasAuxiliary && looksLikeParticiple(word.bare),
    };
  });
}

/** Whether a word is the article of what follows. */
export function isArticle(variant: Variant, place: number): boolean {
  const word = at(variant.words, place).folded;
  const next = nextOf(variant, place);
  if (!isDutch(variant) || !lists.isArticle(word) || !next) {
    return false;
  }
  const isAsked = variant.isNoun && place === 0;
  return isAsked || (word !== 'het' && word !== "'t") || !isPronounBefore(variant, place, next);
}

/** Whether *het* at this place is a pronoun: *het regent*, *ik heb het gezien*, *ik vind het leuk*. */
function isPronounBefore(variant: Variant, place: number, next: Word): boolean {
  const previous = previousOf(variant, place)?.folded ?? '';
  const isLast = place + 2 >= variant.words.length && variant.after.length <= 1;
  const endsPerfect = isLast && lists.isAuxiliary(previous) && looksLikeParticiple(next.bare);
  return lists.followsPronoun(next.folded) || endsPerfect || lists.precedesPronoun(previous);
}

/**
 * Whether a word takes the t of a verb or a participle. Without a dictionary: by the word that is practised, by its looks,
 * by the subject beside it, by its place in the sentence.
 */
function isVerb(variant: Variant, place: number): boolean {
  const word = at(variant.words, place);
  if (knownVerb(variant)?.isSingularPresent(word.bare)) {
    return true;
  }
  const isFormOfNoun = variant.known instanceof Noun && variant.known.hasForm(word.bare);
  if (variant.isNoun || isFormOfNoun || lists.cannotBeVerb(word.folded)) {
    return false;
  }
  return looksLikeParticiple(word.bare) || hasSubjectBeside(variant, place) || isInThePlaceOfAVerb(variant, place);
}

function hasSubjectBeside(variant: Variant, place: number): boolean {
  const previous = previousOf(variant, place)?.folded ?? '';
  const isHet = previous === 'het' || previous === "'t";
  const before = isHet ? lists.followsPronoun(at(variant.words, place).folded) : lists.canBeSubject(previous);
  return before || lists.canBeSubject(nextOf(variant, place)?.folded ?? '');
}

/** Not after what a noun stands after, and not at the end, save of a clause that puts its verb there. */
function isInThePlaceOfAVerb(variant: Variant, place: number): boolean {
  const previous = previousOf(variant, place);
  if (!previous) {
    return false;
  }
  const word = previous.folded;
  const beforeNoun =
    lists.isDeterminer(word) || lists.isPreposition(word) || lists.isCoordinating(word) || previous.bare.endsWith('e');
  const words = sentence(variant);
  const mayStandHere =
    nextOf(variant, place) !== undefined || words.some((other) => lists.isSubordinating(other.folded));
  return words.length >= WORDS_OF_A_SENTENCE && !beforeNoun && mayStandHere;
}

/** Whether another word of the sentence is a participle, by its looks or because it is known. */
function hasParticipleBeside(variant: Variant, word: Word): boolean {
  const verb = knownVerb(variant);
  const isParticiple = ({ bare }: Word): boolean =>
    looksLikeParticiple(bare) || looksLikePrefixedParticiple(bare) || (verb?.isParticiple(bare) ?? false);
  return sentence(variant).some((other) => other !== word && isParticiple(other));
}

/** How a word is called that was written apart: a separable verb, or a compound. */
export function kindOfApart(variant: Variant, place: number, first: Word): MistakeKind {
  const word = at(variant.words, place);
  const particle = knownVerb(variant)?.particle;
  const isNoun = variant.isNoun || variant.known instanceof Noun;
  const isVerbHere = word.bare.endsWith('en') || endsAsAVerb(word.bare) || isVerb(variant, place);
  const looks = lists.isParticle(first.folded) && !lists.cannotBeVerb(word.folded) && isVerbHere;
  const known = particle !== undefined && particle === first.bare;
  return known || (!isNoun && looks) ? 'separable' : 'compound';
}

export function previousOf(variant: Variant, place: number): Word | undefined {
  return place === 0 ? variant.before.at(-1) : variant.words[place - 1];
}

export function nextOf(variant: Variant, place: number): Word | undefined {
  return variant.words[place + 1] ?? variant.after[0];
}

/** *Opstaan*, *afdoen*, *opgebeld*. */
function endsAsAVerb(bare: string): boolean {
  return /(gaan|staan|slaan|doen|zien)$/.test(bare) || looksLikeParticiple(bare);
}
