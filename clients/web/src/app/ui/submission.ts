import { inject, signal } from '@angular/core';
import { type FieldTree, submit, type TreeValidationResult } from '@angular/forms/signals';
import { type FieldFault, Problem } from '@tall/api/http';

import { FailureMessages } from '../core/http/failure-message';

type Fields = Readonly<Record<string, FieldTree<unknown> | undefined>>;

/**
 * Sending a form. What the server says of a field shows at that field, everything else is {@link failure}; whoever left
 * something wrong is taken to the first of it.
 */
export class Submission<Model> {
  private readonly messages = inject(FailureMessages);
  private readonly failed = signal<unknown>(undefined);
  readonly failure = this.failed.asReadonly();

  constructor(
    private readonly form: FieldTree<Model>,
    private readonly work: () => Promise<void>,
  ) {}

  /** For `(submit)`. */
  readonly send = async (event?: Event): Promise<void> => {
    event?.preventDefault();
    this.failed.set(undefined);
    await submit(this.form, () => this.attempt());
    const first = this.form().errorSummary()[0];
    first?.fieldTree().focusBoundControl();
  };

  private async attempt(): Promise<TreeValidationResult> {
    try {
      await this.work();
      return undefined;
    } catch (failure) {
      const errors = failure instanceof Problem ? failure.faults.flatMap((fault) => this.errorOf(fault)) : [];
      if (errors.length === 0) this.failed.set(failure);
      return errors;
    }
  }

  private errorOf(fault: FieldFault): { kind: string; message: string; fieldTree: FieldTree<unknown> }[] {
    const name = fault.pointer.split('/')[1] ?? '';
    const fieldTree = (this.form as unknown as Fields)[name];
    return fieldTree ? [{ kind: 'server', message: this.messages.ofField(fault), fieldTree }] : [];
  }
}
