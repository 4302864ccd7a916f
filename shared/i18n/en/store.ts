/** Why a store can't be opened and what to do, by the code of the trouble. Command line and start-up window share them. */
export const store = {
  STORE_MISSING: {
    happened: 'There is no store at {{file}}.',
    remedy: 'Check the path, and whether the disk it is on is connected.',
  },
  STORE_FOLDER_MISSING: {
    happened: 'The folder of {{file}} does not exist.',
    remedy: 'Check the path, or create the folder first.',
  },
  STORE_IS_FOLDER: {
    happened: '{{file}} is a folder, not a store.',
    remedy: 'Give the store file in it, such as hotel.keyrack.',
  },
  STORE_NOT_A_STORE: {
    happened: '{{file}} is not a Keyrack store. It was not changed.',
    remedy: 'Choose another file. If this should be a store, restore the last backup.',
  },
  STORE_EXISTS: {
    happened: 'There is already a store at {{file}}. It was not changed.',
    remedy: 'Choose another name for the new store.',
  },
  STORE_LOCKED: {
    happened: 'Another Keyrack (process {{process}}) has {{file}} open.',
    remedy: 'Close it there first, or work there.',
  },
  STORE_LOCKED_BY_UNKNOWN: {
    happened: 'Another Keyrack has {{file}} open.',
    remedy: 'Close it there first, or work there.',
  },
  STORE_NEWER: {
    happened:
      '{{file}} was written by a newer Keyrack: it has format {{found}}, and this program reads formats up to {{known}}. It was not changed.',
    remedy: 'Install the current version of Keyrack, then open it again.',
  },
  STORE_DAMAGED: {
    happened: '{{file}} is damaged. Nothing was written to it.',
    remedy: 'Copy the file and those beside it to a safe place first, then restore the last backup.',
  },
  STORE_READ_ONLY: {
    happened: 'Keyrack is not allowed to write to {{file}} or its folder.',
    remedy: 'Give this user write permission there, or choose a store elsewhere.',
  },
  STORE_NO_ACCESS: {
    happened: 'Keyrack is not allowed to read {{file}} or its folder.',
    remedy:
      'Give this user read and write permission there, or start Keyrack as the user who created the store.',
  },
  STORE_LINKED: {
    happened:
      '{{file}} has a second name (a hard link): two programs could overwrite each other. It was not changed.',
    remedy: 'Remove the other name, or copy the store to a file of its own and open that.',
  },
  STORE_REMAINS: {
    happened:
      'Beside {{file}} are the last changes of another store ({{file}}-wal or -journal), which was moved or deleted while it was open. Nothing was created or deleted.',
    remedy:
      'Put that store’s file back here and open it. If it is lost, first move the files beside it to a safe place, then create the new store.',
  },
  STORE_NETWORK: {
    happened:
      '{{file}} is on a network share or a folder shared by another program or machine, where a store can be damaged by a broken connection.',
    remedy: 'Move the store to a disk of this machine and open it there.',
  },
  STORE_FULL: {
    happened: 'There is no space left on the disk of {{file}}. Nothing was written.',
    remedy: 'Free some space, then try again.',
  },
  STORE_UNAVAILABLE: {
    happened: 'The disk cannot read {{file}}.',
    remedy: 'Check the disk and the file’s permissions, then try again.',
  },
}
