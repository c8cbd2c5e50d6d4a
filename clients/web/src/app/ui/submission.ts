import { computed, inject, signal } from '@angular/core';
import { type FieldTree, submit, type TreeValidationResult } from '@angular/forms/signals';
import { type FieldFault, Problem } from '@tall/api/http';
import { own } from '@tall/api/own';

import { FailureMessages } from '../core/http/failure-message';

type Fields = Readonly<Record<string, FieldTree<unknown> | undefined>>;
interface Placed {
  readonly kind: string;
  readonly message: string;
  readonly fieldTree: FieldTree<unknown>;
}

/**
 * Sending a form. What the server says of a field shows at that field, everything else is {@link failure}; whoever left
 * something wrong is taken to the first of it. A form has the shape of what is sent as far as its faults shall find it.
 */
export class Submission<Model> {
  private readonly messages = inject(FailureMessages);
  private readonly failed = signal<unknown>(undefined);
  readonly failure = this.failed.asReadonly();
  private readonly left = signal<readonly string[]>([]);
  /** What the server says of what this form does not show. */
  readonly unplaced = this.left.asReadonly();
  private readonly done = signal(false);
  /** Whether what stands in the form is what was sent: work that keeps its form resets it at its end. */
  readonly isSaved = computed(() => this.done() && !this.form().dirty());

  constructor(
    private readonly form: FieldTree<Model>,
    private readonly work: () => Promise<void>,
  ) {}

  /** For `(submit)`. */
  readonly send = async (event?: Event): Promise<void> => {
    event?.preventDefault();
    this.forget();
    await submit(this.form, () => this.attempt());
    const first = this.form().errorSummary()[0];
    first?.fieldTree().focusBoundControl();
  };

  /** Nothing is said any more of what was sent before. */
  forget(): void {
    this.failed.set(undefined);
    this.left.set([]);
    this.done.set(false);
  }

  private async attempt(): Promise<TreeValidationResult> {
    try {
      await this.work();
      this.done.set(true);
      return undefined;
    } catch (failure) {
      const faults = failure instanceof Problem ? failure.faults : [];
      const errors = faults.flatMap((fault) => this.errorOf(fault));
      if (errors.length === 0 || errors.length < faults.length) this.failed.set(failure);
      const left = faults.filter((fault) => this.errorOf(fault).length === 0);
      this.left.set(left.map((fault) => this.messages.ofField(fault)));
      return errors;
    }
  }

  private errorOf(fault: FieldFault): Placed[] {
    const fieldTree = this.fieldAt(fault.pointer);
    return fieldTree ? [{ kind: 'server', message: this.messages.ofField(fault), fieldTree }] : [];
  }

  /**
   * What is typed at the pointer, or at the nearest part around it: meanings in one line are a list to the server. None
   * where nothing of it is typed: what is chosen has no place for a fault.
   */
  private fieldAt(pointer: string): FieldTree<unknown> | undefined {
    let field = this.form as unknown as FieldTree<unknown>;
    for (const name of pointer.split('/').slice(1)) {
      const inner = hasParts(field().value()) ? own(field as unknown as Fields, name) : undefined;
      if (!inner) break;
      field = inner;
    }
    const isShown = !hasParts(field().value()) && field().formFieldBindings().length > 0;
    return isShown ? field : undefined;
  }
}

/** Whether it is made of others, so that nobody types it itself. */
function hasParts(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
