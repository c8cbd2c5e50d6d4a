import { Component, inject, type Injector } from '@angular/core';
import { MatDialog, MatDialogConfig, MatDialogModule } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';

import { Translator } from '../i18n/translator';

/** Whether somebody leaves what they have not saved. */
@Component({
  selector: 'tall-leave-dialog',
  imports: [MatDialogModule],
  template: `
    <h2 mat-dialog-title>{{ t('unsaved.title') }}</h2>
    <mat-dialog-content>
      <p>{{ t('unsaved.text') }}</p>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button class="button plain" type="button" [mat-dialog-close]="true">{{ t('unsaved.leave') }}</button>
      <button class="button filled" type="button" cdkFocusInitial [mat-dialog-close]="false">
        {{ t('unsaved.stay') }}
      </button>
    </mat-dialog-actions>
  `,
})
export class LeaveDialog {
  protected readonly t = inject(Translator).t;
}

/** Whoever closes it otherwise stays. */
export async function openLeaveDialog(injector: Injector): Promise<boolean> {
  const settings = Object.assign(new MatDialogConfig<undefined>(), { width: '28rem', role: 'alertdialog', injector });
  // Going back would close it, and be asked again.
  settings.closeOnNavigation = false;
  const dialog = injector.get(MatDialog).open<LeaveDialog, undefined, boolean>(LeaveDialog, settings);
  return (await firstValueFrom(dialog.afterClosed())) ?? false;
}
