import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { form } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { newId } from '@tall/api/http';

import { Formats } from '../../core/i18n/formats';
import { Translator } from '../../core/i18n/translator';
import { keepUnsaved } from '../../core/unsaved/unsaved';
import { Failure } from '../../ui/failure';
import { Icon } from '../../ui/icon';
import { Page } from '../../ui/page';
import { Skeleton } from '../../ui/skeleton';
import { Submission } from '../../ui/submission';
import { Headword } from '../cards/headword';
import { type AddedWord, type Candidate, DictionaryApi, type Entry } from './dictionary-api';
import { glossOf } from './gloss';
import { sentenceWith, wordsIn } from './met-text';
import { NO_SENTENCE, wordForm, type WordForm, wordRules, writtenWord } from './word-form';
import { WordFields } from './word-fields';

/** A word for the dictionary: looked up by any of its forms, taken out of a text, or typed from the first letter. */
@Component({
  selector: 'tall-new-word',
  imports: [Failure, Headword, Icon, Page, RouterLink, Skeleton, WordFields],
  templateUrl: './new-word.html',
  styleUrl: './new-word.css',
})
export class NewWord {
  /** From the address: where something was met, a word or a text with it. */
  readonly text = input<string>();
  /** What the text means, if it is one sentence. */
  readonly translation = input<string>();

  protected readonly t = inject(Translator).t;
  protected readonly formats = inject(Formats);
  private readonly dictionary = inject(DictionaryApi);
  private readonly router = inject(Router);

  /** One for each word: a lost answer is asked for again under the same id. */
  private wordId = newId();
  private contextId = newId();
  private known: Entry | undefined;

  protected readonly words = computed(() => wordsIn(this.text() ?? ''));
  protected readonly sought = signal('');
  protected readonly isLooking = signal(false);
  protected readonly failure = signal<unknown>(undefined);
  protected readonly candidates = signal<readonly Candidate[] | undefined>(undefined);
  /** Whether the fields are shown: a candidate was taken, or the student types themself. */
  protected readonly isWriting = signal(false);
  /** Added, and there are words that seem to be the same. */
  protected readonly added = signal<AddedWord | undefined>(undefined);

  private readonly model = signal<WordForm>({ ...wordForm(), contexts: [{ sentence: NO_SENTENCE }] });
  protected readonly form = form(this.model, wordRules);
  protected readonly submission = new Submission(this.form, async () => {
    const written = writtenWord(this.model(), this.contextId, this.known);
    const added = await this.dictionary.add(this.wordId, written);
    this.form().reset();
    if (added.same?.length) this.added.set(added);
    else await this.router.navigate(['/dictionary/words', added.wordId]);
  });

  constructor() {
    keepUnsaved(() => this.isWriting() && this.form().dirty());
    effect(() => {
      const [word, ...others] = this.words();
      if (word !== undefined && others.length === 0) untracked(() => void this.lookUp(word));
    });
  }

  protected async lookUp(text: string): Promise<void> {
    const sought = text.trim();
    if (sought === '' || this.isLooking()) return;
    this.sought.set(sought);
    this.failure.set(undefined);
    this.candidates.set(undefined);
    this.isWriting.set(false);
    this.isLooking.set(true);
    try {
      this.candidates.set(await this.dictionary.lookUp(sought));
    } catch (failure) {
      this.failure.set(failure);
    } finally {
      this.isLooking.set(false);
    }
  }

  /** Fills the fields with what is known; they can be changed before they are kept. */
  protected take(candidate: Candidate): void {
    this.begin(candidate.entry);
  }

  /** Nothing that was found fits, or nothing was sought. */
  protected write(text: string): void {
    this.sought.set(text.trim());
    this.begin(undefined, text.trim());
  }

  protected gloss(candidate: Candidate) {
    return glossOf(candidate.entry.glosses, this.dictionary.glossLanguage());
  }

  private begin(entry: Entry | undefined, lemma = ''): void {
    this.known = entry;
    this.wordId = newId();
    this.contextId = newId();
    this.form().reset();
    this.model.set({ ...wordForm(entry), ...(lemma !== '' && { lemma }), contexts: [{ sentence: this.sentence() }] });
    this.isWriting.set(true);
  }

  /** Where the word was met, if that is known. */
  private sentence() {
    const met = this.text() ?? '';
    const text = sentenceWith(this.sought(), met);
    if (text === undefined) return NO_SENTENCE;
    return { text, translation: text === met.trim() ? (this.translation() ?? '') : '' };
  }
}
