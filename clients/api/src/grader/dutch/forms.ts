/** Which form of its word was asked for, and whether the answer is another form of it or one made by a wrong rule. */

import type { NounForms, VerbForms, WordForms } from '../answer';
import type { MistakeKind } from '../verdict';
import { bareOf, foldedOf, isLonger } from '../words';
import { leadingParticle } from './lists';
import { following, isVowel, skeleton, sound, without, withoutOneOf } from './spelling';

/** What learners put behind a noun for a plural, in Dutch and in the languages they come from. */
const PLURAL_ENDINGS = ['', 's', "'s", 'es', 'en', 'n', 'e', 'ens', 'eren', 'ren', 'ers', 'er', 'a', 'i', "'en"];

/** What learners put behind the stem of a verb. */
const VERB_ENDINGS = ['', 't', 'd', 'te', 'de', 'ten', 'den', 'en', 'e', 'et', 'ed', 'n'];

/** The word of an answer with its forms, in small letters without diacritics. */
export type Known = Noun | Verb;

export function knownOf(word: WordForms): Known {
  return word.kind === 'noun' ? new Noun(word) : new Verb(word);
}

export class Noun {
  readonly #singular: string;
  readonly #plurals: readonly string[];

  constructor(forms: Partial<NounForms>) {
    this.#singular = plain(forms.singular ?? '');
    this.#plurals = (forms.plurals ?? []).map(plain);
  }

  /** Whether a word is one of its forms. */
  hasForm(word: string): boolean {
    return word === this.#singular || this.#plurals.includes(word);
  }

  /** Which form is wrong, when both are forms of this word or meant as such. */
  mistake(right: string, given: string): MistakeKind | undefined {
    const isPlural = this.#plurals.includes(given);
    const wrong = this.#plurals.includes(right)
      ? given === this.#singular || isPlural || this.#isMeantAsPlural(given)
      : right === this.#singular && isPlural;
    return wrong ? 'plural' : undefined;
  }

  #isMeantAsPlural(given: string): boolean {
    const singular = sound(this.#singular);
    const heard = sound(given);
    const ends = (stem: string, endings: readonly string[]): boolean => {
      const ending = following(stem, heard);
      return ending !== undefined && endings.includes(ending);
    };
    // *Baby*, *babies*: as in English.
    const stem = without('y', singular);
    const english = stem ? ends(stem, ['ies']) : false;
    return singular !== '' && (ends(singular, PLURAL_ENDINGS) || english);
  }
}

/** A verb; forms of a separable one without its particle. */
export class Verb {
  readonly particle: string | undefined;
  readonly #infinitive: string;
  readonly #pasts: readonly string[];
  readonly #participle: string;
  /** How the stem sounds, and the stem of the past. */
  readonly #stems: readonly string[];

  constructor(forms: Partial<VerbForms>) {
    const particle = plain(forms.particle ?? '') || undefined;
    const own = (text = ''): string => {
      const words = plain(text)
        .split(/\p{White_Space}+/u)
        .filter((word) => word !== '' && word !== 'zich' && word !== particle);
      return withoutParticle(particle, words.at(-1) ?? '');
    };
    this.particle = particle;
    this.#infinitive = own(forms.infinitive);
    const pastSingular = own(forms.pastSingular);
    this.#pasts = [pastSingular, own(forms.pastPlural)];
    this.#participle = own(forms.participle);
    this.#stems = [sound(stemOf(this.#infinitive)), sound(stemOfPast(pastSingular))];
  }

  /** Whether a word is one of its forms: the infinitive, a past, the participle or a singular of the present. */
  hasForm(word: string): boolean {
    return this.#isForm(withoutParticle(this.particle, word));
  }

  /** Whether a word is a form of the present with another than the plural's ending. */
  isSingularPresent(word: string): boolean {
    const ending = afterStem(sound(withoutParticle(this.particle, word)), this.#stems[0] ?? '');
    return ending === '' || ending === 't';
  }

  isParticiple(word: string): boolean {
    return withoutParticle(this.particle, word) === this.#participle;
  }

  /**
   * Which form is wrong, when both are forms of this word or meant as such. Of a form that is past and participle alike,
   * *verkocht*, the ending of what was given tells which was meant.
   */
  mistake(right: string, given: string): MistakeKind | undefined {
    const asked = withoutParticle(this.particle, right);
    const had = withoutParticle(this.particle, given);
    const asksInfinitive = asked === this.#infinitive;
    const asksPast = this.#pasts.includes(asked);
    if (asked === had) {
      // The particle is missing from the word, or too much.
      return this.particle !== undefined && this.#isForm(asked) ? 'separable' : undefined;
    }
    const isEither = asksPast && asked === this.#participle;
    if (asksPast && !asksInfinitive && !(isEither && /[tdn]$/.test(had))) {
      return this.#isMeantAsForm(had) || isAblaut(asked, had) ? 'past' : undefined;
    }
    if (asked === this.#participle && !(asksInfinitive && this.isSingularPresent(had))) {
      const meant = this.#isMeantAsForm(had) || this.#isMeantAsParticiple(given) || isAblaut(asked, had);
      return meant ? 'participle' : undefined;
    }
    if ((!asksInfinitive && !this.isSingularPresent(asked)) || had === this.#infinitive) {
      return undefined;
    }
    return this.#pasts.includes(had) ? 'past' : had === this.#participle ? 'participle' : undefined;
  }

  #isForm(word: string): boolean {
    const isKnown = word === this.#infinitive || word === this.#participle || this.#pasts.includes(word);
    return isKnown || this.isSingularPresent(word);
  }

  /** A form of this verb, or a stem of it with an ending. */
  #isMeantAsForm(given: string): boolean {
    const known = given === this.#infinitive || given === this.#participle || this.#pasts.includes(given);
    return known || this.#isStemWithEnding(given);
  }

  /** Something with *ge-*, before or after the particle, and a stem or the participle itself: *geloopt*, *geopbeld*. */
  #isMeantAsParticiple(given: string): boolean {
    const behind = following('ge', withoutParticle(this.particle, given));
    if (behind === undefined) {
      return false;
    }
    const core = withoutParticle(this.particle, behind);
    const own = following('ge', this.#participle) ?? this.#participle;
    return core === own || core === this.#participle || core === this.#infinitive || this.#isStemWithEnding(core);
  }

  #isStemWithEnding(given: string): boolean {
    const heard = sound(given);
    return this.#stems.some((stem) => {
      const ending = afterStem(heard, stem);
      return ending !== undefined && VERB_ENDINGS.includes(ending);
    });
  }
}

/** Whether a word looks like a participle: *gewerkt*, *opgebeld*, *gezien*. */
export function looksLikeParticiple(word: string): boolean {
  return participleCore(word) !== undefined;
}

/** Whether a word looks like a participle without *ge-*: *betaald*, *vergeten*. */
export function looksLikePrefixedParticiple(word: string): boolean {
  return /^(be|ver|ont|her|er)/.test(word) && isLonger(word, 5) && /[tdn]$/.test(word);
}

/**
 * Whether an answer is meant as the participle that it stands for, though the verb is not known: the same consonants with
 * another vowel or ending, or *ge-* left out.
 */
export function isMeantAsParticiple(right: string, given: string): boolean {
  const core = participleCore(right);
  if (core === undefined) {
    return false;
  }
  const meant = participleCore(given) ?? given;
  const stem = skeleton(withoutParticipleEnding(core));
  const hasStem = stem === skeleton(withoutParticipleEnding(meant)) || stem === skeleton(meant);
  return core === meant || (meant !== given && stem !== '' && hasStem);
}

function withoutParticipleEnding(word: string): string {
  return withoutOneOf(['en', 'n', 't', 'd'], word) ?? word;
}

/** What follows *ge-* and a particle before it. */
function participleCore(word: string): string | undefined {
  const inside = word.slice(leadingParticle(word)?.length ?? 0);
  const core = following('ge', word) ?? following('ge', inside);
  const fits = core !== undefined && isLonger(core, 2) && [...core].some(isVowel) && /[tdn]$/.test(core);
  return fits ? core : undefined;
}

/** The same consonants with other vowels: a strong verb with the wrong one. */
function isAblaut(right: string, given: string): boolean {
  const consonants = skeleton(right);
  return isLonger(consonants, 1) && consonants === skeleton(given);
}

/** What follows the stem in a word that begins with it. */
function afterStem(word: string, stem: string): string | undefined {
  return stem === '' ? undefined : following(stem, word);
}

function withoutParticle(particle: string | undefined, word: string): string {
  const rest = particle === undefined ? undefined : following(particle, word);
  return rest !== undefined && isLonger(rest, 1) ? rest : word;
}

/** *Lop* of *lopen*, *doe* of *doen*: near enough, as only the sound of it is compared. */
function stemOf(infinitive: string): string {
  const stem = without('en', infinitive);
  return stem !== undefined && !isVowel(stem.at(-1) ?? '') ? stem : (without('n', infinitive) ?? infinitive);
}

function stemOfPast(past: string): string {
  const weak = withoutOneOf(['dde', 'tte', 'de', 'te'], past);
  return weak !== undefined && isLonger(weak, 1) ? weak : past;
}

function plain(text: string): string {
  return bareOf(foldedOf(text));
}
