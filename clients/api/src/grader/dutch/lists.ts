/**
 * Words that belong to closed classes, as far as the place of a word in a sentence needs them. The server has the same:
 * `tests/vectors/grader-words.json`.
 */

import { isLonger } from '../words';
import { following } from './spelling';

export const WORDS = {
  /** What can be nothing but the subject. */
  subjectsOnly: ['ik', "'k", 'jij', 'hij', 'zij', 'wij', 'we', 'men'],
  /** Pronouns that may be subject or object. */
  subjectsOrObjects: ['je', 'ze', 'u', 'het', "'t", 'jullie'],
  /** Other words that can be a subject alone. */
  indefiniteSubjects: ['wie', 'iedereen', 'iemand', 'niemand'],
  objects: ['me', 'mij', 'jou', 'hem', 'haar', 'ons', 'hen', 'hun', 'zich', 'elkaar', 'iets', 'niets', 'alles'],
  determiners: [
    'de',
    'het',
    'een',
    "'t",
    "'n",
    'deze',
    'dit',
    'die',
    'dat',
    'mijn',
    "m'n",
    'jouw',
    'je',
    'uw',
    'zijn',
    "z'n",
    'haar',
    "d'r",
    'ons',
    'onze',
    'jullie',
    'hun',
    'elke',
    'elk',
    'iedere',
    'ieder',
    'welke',
    'welk',
    'geen',
    'veel',
    'weinig',
    'alle',
  ],
  /** Determiners that may follow an article: *de twee broers*. */
  numbers: ['twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien'],
  prepositions: [
    'aan',
    'achter',
    'bij',
    'binnen',
    'boven',
    'buiten',
    'door',
    'in',
    'langs',
    'met',
    'na',
    'naar',
    'naast',
    'om',
    'onder',
    'op',
    'over',
    'per',
    'rond',
    'sinds',
    'te',
    'tegen',
    'tijdens',
    'tot',
    'tussen',
    'uit',
    'van',
    'vanaf',
    'vanuit',
    'vanwege',
    'via',
    'volgens',
    'voor',
    'wegens',
    'zonder',
  ],
  coordinating: ['en', 'maar', 'want', 'of', 'dus'],
  subordinating: [
    'omdat',
    'als',
    'dat',
    'toen',
    'terwijl',
    'hoewel',
    'zodat',
    'voordat',
    'nadat',
    'totdat',
    'doordat',
    'indien',
    'tenzij',
    'zodra',
    'of',
    'die',
  ],
  questions: [
    'waar',
    'wanneer',
    'waarom',
    'hoe',
    'wat',
    'welke',
    'welk',
    'hoeveel',
    'waarheen',
    'waarmee',
    'waarover',
    'waarvoor',
  ],
  /** What a sentence begins with so that its verb comes before its subject. */
  adverbsInFront: [
    "'s",
    'binnenkort',
    'daar',
    'daarna',
    'daarom',
    'dan',
    'dus',
    'eerst',
    'eergisteren',
    'eindelijk',
    'elke',
    'gelukkig',
    'gisteren',
    'hier',
    'iedere',
    'jammer',
    'later',
    'meestal',
    'misschien',
    'morgen',
    'nooit',
    'nu',
    'ooit',
    'opeens',
    'overdag',
    'overmorgen',
    'plotseling',
    'soms',
    'straks',
    'thuis',
    'toen',
    'vaak',
    'vandaag',
    'vanavond',
    'vanmiddag',
    'vanmorgen',
    'vannacht',
    'vanochtend',
    'volgende',
    'vorige',
    'vroeger',
    'waarschijnlijk',
  ],
  otherAdverbs: [
    'al',
    'alleen',
    'altijd',
    'bijna',
    'eens',
    'er',
    'erg',
    'even',
    'gauw',
    'genoeg',
    'graag',
    'heel',
    'juist',
    'net',
    'niet',
    'nog',
    'ook',
    'pas',
    'samen',
    'snel',
    'toch',
    'vooral',
    'wel',
    'weer',
    'zeer',
    'zelf',
    'zo',
  ],
  /** Particles of separable verbs. */
  particles: [
    'aan',
    'achter',
    'achteruit',
    'af',
    'bij',
    'binnen',
    'buiten',
    'dicht',
    'door',
    'heen',
    'in',
    'klaar',
    'kwijt',
    'langs',
    'los',
    'mee',
    'na',
    'neer',
    'om',
    'omhoog',
    'omlaag',
    'onder',
    'op',
    'open',
    'over',
    'rond',
    'samen',
    'schoon',
    'stil',
    'tegen',
    'terug',
    'thuis',
    'toe',
    'uit',
    'vast',
    'vol',
    'voor',
    'voorbij',
    'vooruit',
    'vrij',
    'weg',
  ],
  /** With one of these, a preposition at the end belongs to it and not to a verb: *waar denk je aan*. */
  pronominalAdverbs: ['waar', 'daar', 'er', 'hier'],
  /** After *het* these say that it is a pronoun: *het regent*. */
  verbsAfterHet: [
    'begint',
    'begon',
    'betekent',
    'blijft',
    'doet',
    'duurde',
    'duurt',
    'gaat',
    'geeft',
    'ging',
    'had',
    'heeft',
    'helpt',
    'hoeft',
    'hoort',
    'is',
    'kan',
    'klopt',
    'komt',
    'kon',
    'kost',
    'kostte',
    'lag',
    'leek',
    'ligt',
    'lijkt',
    'lukt',
    'maakt',
    'mag',
    'moest',
    'moet',
    'ontbreekt',
    'regende',
    'regent',
    'ruikt',
    'smaakt',
    'sneeuwde',
    'sneeuwt',
    'spijt',
    'staat',
    'stond',
    'valt',
    'was',
    'werd',
    'werkt',
    'wordt',
    'zal',
    'zit',
    'zou',
  ],
  /** Before *het* these say that it is a pronoun, most probably: *ik vind het leuk*. */
  verbsBeforeHet: ['vind', 'vindt', 'vinden', 'vond', 'vonden'],
  hebben: ['heb', 'hebt', 'heeft', 'hebben', 'had', 'hadden', 'gehad'],
  zijn: ['ben', 'bent', 'is', 'zijn', 'was', 'waren', 'geweest'],
  worden: ['word', 'wordt', 'worden', 'werd', 'werden', 'geworden'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type List = keyof typeof WORDS;

const SETS = new Map<string, ReadonlySet<string>>(Object.entries(WORDS).map(([name, words]) => [name, new Set(words)]));

function isIn(word: string, ...lists: readonly List[]): boolean {
  return lists.some((list) => SETS.get(list)?.has(word));
}

export function isArticle(word: string): boolean {
  return word === 'de' || word === 'het' || word === 'een' || word === "'t" || word === "'n";
}

export function isSubjectOnly(word: string): boolean {
  return isIn(word, 'subjectsOnly');
}

export function isSubjectOrObject(word: string): boolean {
  return isIn(word, 'subjectsOrObjects');
}

/** Whether a verb next to it has it as its subject, most probably. */
export function canBeSubject(word: string): boolean {
  return isIn(word, 'subjectsOnly', 'subjectsOrObjects', 'indefiniteSubjects');
}

export function isDeterminer(word: string): boolean {
  return isIn(word, 'determiners', 'numbers');
}

export function isPreposition(word: string): boolean {
  return isIn(word, 'prepositions');
}

/** Whether a clause begins with it. */
export function isConjunction(word: string): boolean {
  return isIn(word, 'coordinating', 'subordinating');
}

export function isSubordinating(word: string): boolean {
  return isIn(word, 'subordinating');
}

export function isCoordinating(word: string): boolean {
  return isIn(word, 'coordinating');
}

/** Whether a sentence that begins with it has its verb before its subject. */
export function comesInFront(word: string): boolean {
  return isIn(word, 'adverbsInFront', 'prepositions', 'questions', 'subordinating');
}

export function isParticle(word: string): boolean {
  return isIn(word, 'particles');
}

/** The particle that a word begins with, if something is left of it: *op* of *opbellen*. The longest that fits. */
export function leadingParticle(word: string): string | undefined {
  let longest: string | undefined;
  for (const particle of WORDS.particles) {
    const rest = following(particle, word);
    if (rest !== undefined && isLonger(rest, 1) && particle.length >= (longest?.length ?? 0)) {
      longest = particle;
    }
  }
  return longest;
}

export function isPronominalAdverb(word: string): boolean {
  return isIn(word, 'pronominalAdverbs');
}

/** Whether *het* before this word is a pronoun and no article. */
export function followsPronoun(word: string): boolean {
  return isIn(word, 'verbsAfterHet') || isAuxiliary(word) || (cannotBeVerb(word) && !isIn(word, 'numbers'));
}

/** Whether *het* after this word is a pronoun and no article. */
export function precedesPronoun(word: string): boolean {
  return isIn(word, 'verbsBeforeHet');
}

/** Whether a word of a closed class is none that a verb could be. *Zijn* is a verb and a possessive. */
export function cannotBeVerb(word: string): boolean {
  return (
    word !== 'zijn' &&
    isIn(
      word,
      'subjectsOnly',
      'subjectsOrObjects',
      'indefiniteSubjects',
      'objects',
      'determiners',
      'numbers',
      'prepositions',
      'coordinating',
      'subordinating',
      'questions',
      'adverbsInFront',
      'otherAdverbs',
      'particles',
    )
  );
}

/** Whether both are forms of auxiliaries, and not of the same. */
export function areDifferentAuxiliaries(one: string, other: string): boolean {
  const lists: readonly List[] = ['hebben', 'zijn', 'worden'];
  const which = (word: string): List | undefined => lists.find((list) => isIn(word, list));
  return isAuxiliary(one) && isAuxiliary(other) && which(one) !== which(other);
}

export function isAuxiliary(word: string): boolean {
  return isIn(word, 'hebben', 'zijn', 'worden');
}
