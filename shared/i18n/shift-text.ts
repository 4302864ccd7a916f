import type { PostingKind } from '../domain/folio/posting.ts'
import { words } from './index.ts'
import type { Language } from './types.ts'

const named = ['payment', 'refund', 'paid-out', 'deposit', 'deposit-refund'] as const

/** What a shift took or gave out money for; what has no word of its own is a correction. */
export function shiftKindText(kind: PostingKind, language: Language): string {
  return words(language, `cashierScreen.kinds.${named.find((one) => one === kind) ?? 'correction'}`)
}
