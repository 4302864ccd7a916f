/** Why a store can't be opened and what to do, by the code of the trouble. Command line and start-up window share them. */
export const store = {
  STORE_MISSING: {
    happened: 'There is no store at {{file}}.',
    remedy: 'Check the path, and whether the disk it is on is connected.',
  },
  STORE_FOLDER_MISSING: {
    happened: 'The folder of {{file}} does not exist.',
    remedy: 'Check the path, or make the folder first.',
  },
  STORE_IS_FOLDER: {
    happened: '{{file}} is a folder, not a store.',
    remedy: 'Name the store’s file in it, such as hotel.keyrack.',
  },
  STORE_NOT_A_STORE: {
    happened: '{{file}} is not a store of Keyrack. It was left as it is.',
    remedy: 'Choose another file. If this should be a store, take the last backup.',
  },
  STORE_EXISTS: {
    happened: 'There is a store at {{file}} already. It was left as it is.',
    remedy: 'Choose another name for the new store.',
  },
  STORE_LOCKED: {
    happened: 'Another Keyrack (process {{process}}) has {{file}} open.',
    remedy: 'Close it there first, or work in that one.',
  },
  STORE_LOCKED_BY_UNKNOWN: {
    happened: 'Another Keyrack has {{file}} open.',
    remedy: 'Close it there first, or work in that one.',
  },
  STORE_NEWER: {
    happened:
      '{{file}} was written by a newer Keyrack: it has format {{found}}, this program knows formats up to {{known}}. It was left as it is.',
    remedy: 'Install the present version of Keyrack, then open it again.',
  },
  STORE_DAMAGED: {
    happened: '{{file}} is damaged. Nothing was written to it.',
    remedy: 'Copy the file and those beside it to a safe place first, then restore the last backup.',
  },
  STORE_READ_ONLY: {
    happened: 'Keyrack may not write to {{file}} or its folder.',
    remedy: 'Give this user the right to write there, or choose a store elsewhere.',
  },
  STORE_NO_ACCESS: {
    happened: 'Keyrack may not look at {{file}} or its folder.',
    remedy:
      'Give this user the right to read and write there, or start Keyrack as the user who made the store.',
  },
  STORE_LINKED: {
    happened:
      '{{file}} has a second name (a hard link): two programs could write over each other. It was left as it is.',
    remedy: 'Remove the other name, or copy the store to a file of its own and open that.',
  },
  STORE_REMAINS: {
    happened:
      'Beside {{file}} lies what another store wrote last ({{file}}-wal or -journal): it was moved or deleted while it was open. Nothing was made and nothing deleted.',
    remedy:
      'Put that store’s file back here and open it. If it is lost, move what lies beside it to a safe place first, then make the new store.',
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
    happened: 'The disk does not let {{file}} be read.',
    remedy: 'Check the disk and the rights on the file, then try again.',
  },
}
