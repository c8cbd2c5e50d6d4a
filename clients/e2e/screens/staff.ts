import { STAFF_PLACES } from '../support/staff-answers';
import type { Screen } from './screen';

/** The screens of those who teach, write and run. */
export const STAFF: readonly Screen[] = [
  { name: 'class', path: '/progress', role: 'teacher' },
  { name: 'students', path: '/progress/students', role: 'teacher' },
  { name: 'students-inactive', path: '/progress/students?need=inactive&sort=-due', role: 'teacher' },
  { name: 'student', path: STAFF_PLACES.student, role: 'teacher' },
];
