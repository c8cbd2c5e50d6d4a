import { Component, inject, signal } from '@angular/core';
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
import { NO_SENTENCE, wordForm, type WordForm, wordRules, writtenWord } from './word-form';
import { WordFields } from './word-fields';

/** A word for the dictionary: looked up by any of its forms, or typed from the first letter. */
@Component({
  selector: 'tall-new-word',
  imports: [Failure, Headword, Icon, Page, RouterLink, Skeleton, WordFields],
  templateUrl: './new-word.html',
  styleUrl: './new-word.css',
})
export class NewWord {
  protected readonly t = inject(Translator).t;
  protected readonly formats = inject(Formats);
  private readonly dictionary = inject(DictionaryApi);
  private readonly router = inject(Router);

  /** One for each word: a lost answer is asked for again under the same id. */
  private wordId = newId();
  private contextId = newId();
  private known: Entry | undefined;

  protected readonly isLooking = signal(false);
  protected readonly failure = signal<unknown>(undefined);
  protected readonly candidates = signal<readonly Candidate[] | undefined>(undefined);
  /** Whether the fields are shown: a candidate was taken, or the student types themself. */
  protected readonly isWriting = signal(false);
  /** Added, and there are words that seem to be the same. */
  protected readonly added = signal<AddedWord | undefined>(undefined);

  private readonly model = signal<WordForm>(emptyForm());
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
  }

  protected async lookUp(event: Event, text: string): Promise<void> {
    event.preventDefault();
    const sought = text.trim();
    if (sought === '') return;
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
    this.model.set({ ...emptyForm(entry), ...(lemma !== '' && { lemma }) });
    this.isWriting.set(true);
  }
}

function emptyForm(entry?: Entry): WordForm {
  return { ...wordForm(entry), contexts: [{ sentence: NO_SENTENCE }] };
}
