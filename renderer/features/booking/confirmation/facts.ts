import type { OutputOf } from '#shared/contract/index.ts'

export type Answer = OutputOf<'confirmation.read'>
/** A fact of the message; `onFile`: that its number is on file already. */
export type FactName = keyof Answer['reading'] | 'onFile'
/** `sure` by the message; `confirmed` by the clerk; `changed`: its field holds something else by now. */
export type FactState = 'sure' | 'to-check' | 'confirmed' | 'changed'
