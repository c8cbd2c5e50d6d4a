import type { MessageKey } from '../../core/i18n/message-key';
import type { Learning } from './statistics-api';

/** What the last training on a student's own answers found, and what it was judged by. */
export interface TrainingFound {
  readonly key: MessageKey;
  readonly triedAt?: string;
  readonly answers?: number;
  /** Log loss on answers that it had not seen: with what is used since, and with what is not. */
  readonly used?: number;
  readonly unused?: number;
}

export function trainingFound({ training }: Pick<Learning['memory'], 'training'>): TrainingFound {
  if (!training) return { key: 'statistics.training-none' };
  const { triedAt, usableAnswers: answers, accepted, used, unused } = training;
  if (!used || !unused) return { key: 'statistics.training-few', answers };
  const key = accepted ? 'statistics.training-better' : 'statistics.training-same';
  return { key, triedAt, answers, used: used.logLoss, unused: unused.logLoss };
}
