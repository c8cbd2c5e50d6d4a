/** What is right, as it is stored and sent: with it a client grades without a connection. */

/** The right answer of a question. Only the text is needed; what else is known gives more mistakes a name. */
export interface Answer {
  /** Everything that is right: `;` and `/` between variants, brackets around what may be left out. */
  readonly text: string;
  /** The articles of a noun that is asked with them, each alone right; none for a noun that takes none. */
  readonly articles?: readonly string[];
  /** The word that is practised, of which the text is or holds a form. */
  readonly word?: WordForms;
  /** The sentence before a gap. */
  readonly before?: string;
  /** The sentence after a gap. */
  readonly after?: string;
}

/** A word with its forms. */
export type WordForms = NounForms | VerbForms;

export interface NounForms {
  readonly kind: 'noun';
  readonly articles: readonly string[];
  readonly singular: string;
  readonly plurals: readonly string[];
}

export interface VerbForms {
  readonly kind: 'verb';
  readonly infinitive: string;
  readonly pastSingular: string;
  readonly pastPlural: string;
  readonly participle: string;
  readonly auxiliaries: readonly Auxiliary[];
  /** Of a separable verb. */
  readonly particle?: string;
}

export type Auxiliary = 'hebben' | 'zijn';

/** As it stands with *hij*. */
export const THIRD_PERSON: Readonly<Record<Auxiliary, string>> = { hebben: 'heeft', zijn: 'is' };

/** A noun with its article. */
export function singular(noun: NounForms): Answer {
  return { text: noun.singular, articles: noun.articles, word: noun };
}

/** The plural of a noun, with or without *de*. */
export function plural(noun: NounForms): Answer {
  return { text: noun.plurals.map((form) => `(de) ${form}`).join('; '), word: noun };
}

/** The past of a verb: the singular, or singular and plural. */
export function past(verb: VerbForms): Answer {
  return { text: `${verb.pastSingular} (${verb.pastPlural})`, word: verb };
}

/** The past participle alone. */
export function participle(verb: VerbForms): Answer {
  return { text: verb.participle, word: verb };
}

/** The past participle with *heeft* or *is*, each that the verb takes. */
export function perfect(verb: VerbForms): Answer {
  const auxiliaries = verb.auxiliaries.map((auxiliary) => THIRD_PERSON[auxiliary]);
  return { text: `${auxiliaries.join('/')} ${verb.participle}`, word: verb };
}
