import type { MessageKey } from '../../core/i18n/message-key';
import type { OwnWord } from './dictionary-api';

/** The forms that are known, each with its name. */
export function formsOf({ noun, verb }: Pick<OwnWord, 'noun' | 'verb'>): [MessageKey, string][] {
  const all: [MessageKey, string | null | undefined][] = [
    ['form.plural', noun?.plural],
    ['form.pastSingular', verb?.pastSingular],
    ['form.pastPlural', verb?.pastPlural],
    ['form.participle', verb?.participle],
    ['form.auxiliary', verb?.auxiliaries?.join('/')],
    ['form.particle', verb?.particle],
  ];
  return all.flatMap(([name, text]) => (text ? [[name, text]] : []));
}
