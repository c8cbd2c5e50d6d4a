import { inject, Service } from '@angular/core';
import { answerOf, type Schemas } from '@tall/api/http';

import { API } from '../../core/http/api';

type Progress = Schemas['cronUtility'];
export type ClassView = Progress['ClassView'];
export type StudentView = Progress['StudentView'];
export type StudentDetail = Progress['StudentDetailView'];
export type Students = Progress['Page_StudentView'];
export type HardWord = Progress['HardWordView'];
export type MistakeShare = Progress['MistakeView'];
export type Day = Progress['DayView'];
export type Due = Progress['DueView'];
export type Need = Progress['Need'];
export type NeedCode = Progress['NeedCode'];

export const NEEDS = ['inactive', 'low-retention', 'due-load', 'leeches', 'mistake-kind'] as const;
export const SORTS = ['-needs', '-due', 'trueRetention', 'lastActiveAt', 'weekAnswers'] as const;
export type Sort = (typeof SORTS)[number];

export interface Wanted {
  readonly needsHelp?: boolean | undefined;
  readonly need?: NeedCode | undefined;
  readonly sort?: Sort | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** What a teacher may know of their own students. It changes nothing. */
@Service()
export class TeachingApi {
  private readonly api = inject(API);

  class(): Promise<ClassView> {
    return answerOf(this.api.GET('/api/v2/cron-utility/class'));
  }

  async hardWords(limit: number): Promise<HardWord[]> {
    const { items } = await answerOf(
      this.api.GET('/api/v2/cron-utility/class/hard-words', { params: { query: { limit } } }),
    );
    return items;
  }

  async mistakes(): Promise<MistakeShare[]> {
    const { kinds } = await answerOf(this.api.GET('/api/v2/cron-utility/class/mistakes'));
    return kinds;
  }

  students(query: Wanted): Promise<Students> {
    return answerOf(this.api.GET('/api/v2/cron-utility/students', { params: { query } }));
  }

  student(studentId: string): Promise<StudentDetail> {
    return answerOf(this.api.GET('/api/v2/cron-utility/students/{studentId}', { params: { path: { studentId } } }));
  }

  /** All students as a table. */
  async table(): Promise<string> {
    return answerOf(this.api.GET('/api/v2/cron-utility/students.csv', { parseAs: 'text' }));
  }
}
