/** Copies of a store: what was done, why not, and the states of a copy in a folder. */
export const backup = {
  done: { create: 'Backup started', createAll: 'Backup started', updateSettings: 'Backup settings saved' },
  state: {
    whole: 'verified',
    flawed: 'kept, but its check found faults',
    missing: 'the file is missing',
    cut: 'the file is not complete',
    unreadable: 'its manifest is damaged',
  },
  refusal: {
    BACKUP_FOLDER_RELATIVE: '“{{folder}}” is not a full path. Give it from the drive letter or the root on.',
    BACKUP_FOLDER_MISSING:
      'There is no folder {{folder}}. Check the path, and whether its disk or share is connected.',
    BACKUP_NOT_A_FOLDER: '{{folder}} is a file. Give the folder for the copies.',
    BACKUP_ONTO_STORE: '{{folder}} is the store itself. Give a folder, best on another disk.',
    BACKUP_NO_ACCESS:
      'Keyrack is not allowed to use the folder {{folder}}. Give this user read and write permission there, or choose another.',
    BACKUP_BROKEN_OFF:
      'Nothing was backed up: {{folder}} cannot be used at the moment ({{problem}}). Check that its disk or share is connected and in order, then try again.',
    BACKUP_FULL:
      'The copy needs {{needed}} MB and {{folder}} has {{free}} MB free. Free some space there, or choose another disk.',
    BACKUP_FULL_MIDWAY:
      'The disk of {{folder}} became full and the copy was removed. Free some space there, or choose another disk.',
    BACKUP_NO_HOTEL: 'This store has no hotel yet, so there is nothing to back up. Set it up first.',
    BACKUP_NEWER:
      'The store was written by a newer Keyrack: it has format {{found}}, and this program reads formats up to {{known}}. Install the current version, then back up again.',
    BACKUP_DIFFERS:
      'The copy in {{folder}} was read back and differs from the store, so it was removed: the disk or share may be faulty. Choose another, then back up again.',
    BACKUP_FLAWED_one:
      '{{file}} was made and is kept, but its check found {{count}} kind of fault, which the store has too. Keep older copies and run “keyrack doctor”.',
    BACKUP_FLAWED_other:
      '{{file}} was made and is kept, but its check found {{count}} kinds of fault, which the store has too. Keep older copies and run “keyrack doctor”.',
    BACKUP_DEFECT: 'The backup into {{folder}} ended with an error in Keyrack. The log names it; try again.',
    RESTORE_BROKEN_OFF:
      'Nothing was restored and the store is unchanged: the copy or the store’s disk cannot be used at the moment ({{problem}}). Check that both are connected and in order, then try again.',
    RESTORE_DAMAGED: '{{file}} is not as it was made: it is damaged or incomplete. Choose another copy.',
    RESTORE_FULL:
      'The copy needs {{needed}} MB and the store’s disk has {{free}} MB free. Free some space there; the present store is kept as well.',
    RESTORE_FULL_MIDWAY:
      'The store’s disk became full. Nothing was restored and the store is unchanged. Free some space there; the present store is kept as well.',
    RESTORE_MANIFEST:
      'The manifest beside {{file}} is damaged, so the copy cannot be verified by it. Choose another copy, or move the manifest away to have the copy itself examined.',
    RESTORE_NEWER:
      'The copy was made by a newer Keyrack: it has format {{found}}, and this program reads formats up to {{known}}. Install the current version, then restore again.',
    RESTORE_NONE:
      'There is no complete copy of this store in {{folder}}. “keyrack backups” lists what is there.',
    RESTORE_NOT_A_COPY: '{{file}} is not a copy of a Keyrack store. Choose another file.',
    RESTORE_ONTO_ITSELF: '{{file}} is the store itself. Choose a copy of it.',
    RESTORE_OTHER_STORE:
      'The copy is of another store ({{copy}}) than the present one ({{present}}). Choose a copy of this store, or restore to a path where there is none.',
    RESTORE_SEVERAL: 'There are copies of several stores in {{folder}}. Give the file of the copy.',
    CANCELLED: 'Stopped. Nothing was backed up.',
  },
}
