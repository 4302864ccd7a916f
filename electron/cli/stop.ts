import { type Key, words } from '#shared/i18n/index.ts'
import type { Language, Params } from '#shared/i18n/types.ts'
import type { StoreTrouble } from '../host/trouble-words.ts'

/** How a command ends, for scripts. */
export const exitCodes = { ok: 0, failed: 1, wrongUse: 2, storeTrouble: 3, interrupted: 130 } as const

/** The command line can't be understood: nothing was opened and nothing written. */
export class WrongUse extends Error {
  readonly key: Key
  readonly params: Params

  constructor(key: Key, params: Params = {}) {
    super(key)
    this.key = key
    this.params = params
  }

  words(language: Language): string {
    return words(language, this.key, this.params)
  }
}

/** The store can't be opened. */
export class StoreStopped extends Error {
  readonly trouble: StoreTrouble

  constructor(trouble: StoreTrouble) {
    super(trouble.code)
    this.trouble = trouble
  }
}
