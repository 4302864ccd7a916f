import type { OutputOf } from '#shared/contract/index.ts'

/** A folio as its page reads it. */
export type Folio = OutputOf<'folio.get'>
export type Line = Folio['lines'][number]

/** What a window owes; nothing where nobody has opened it. */
export function balanceOf({ windows }: Pick<Folio, 'windows'>, window: number): number {
  return windows.find((one) => one.window === window)?.balanceMinor ?? 0
}
