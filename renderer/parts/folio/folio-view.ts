import type { OutputOf } from '#shared/contract/index.ts'

/** A folio as its page reads it. */
export type Folio = OutputOf<'folio.get'>
export type Line = Folio['lines'][number]

/** Who pays a window, as a person is named; a company has one name. */
export function payeeOf({
  payeeName,
  payeeLatinName,
  payeeGuestId,
}: Pick<Folio['windows'][number], 'payeeName' | 'payeeLatinName' | 'payeeGuestId'>) {
  return { name: payeeName, latinName: payeeLatinName, guestId: payeeGuestId }
}

/** What a folio is called, as a person is named; an account has one name. */
export function titledAs({ title, latinTitle, guestId }: Pick<Folio, 'title' | 'latinTitle' | 'guestId'>) {
  return { name: title, latinName: latinTitle, guestId }
}

/** What a window owes; nothing where nobody has opened it. */
export function balanceOf({ windows }: Pick<Folio, 'windows'>, window: number): number {
  return windows.find((one) => one.window === window)?.balanceMinor ?? 0
}
