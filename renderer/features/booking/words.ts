import { useMemo } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { type Named, nameText } from '#renderer/parts/guest/names.ts'
import { codeWords, inLanguage } from '#renderer/parts/guest/words.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { operationWords, words } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/types.ts'

export type CodeKind = 'meal' | 'segment' | 'channel' | 'guarantee' | 'feature'
/** Whether a field of a booking holds such a code. */
export function isCoded(field: string): field is Exclude<CodeKind, 'feature'> {
  return ['meal', 'segment', 'channel', 'guarantee'].includes(field)
}

export type Booking = OutputOf<'booking.get'>
export type RoomType = OutputOf<'room.listTypes'>[number]
export type RatePlan = OutputOf<'rate.list'>[number]
export type Party = Booking['guest']

/** Giving a room to who comes, or another to who is here: a room move, which has a name and a reason of its own. */
export function roomActOf(booking: Pick<Booking, 'status' | 'nights'>): 'room' | 'move' {
  const sleeps = booking.status === 'in-house' && booking.nights.some((night) => night.roomId !== null)
  return sleeps ? 'move' : 'room'
}

/** What was done with a booking, for the status line: the act, the booking’s number and its guest. */
export function doneWords(
  language: Language,
  operation: string,
  number: string,
  guest: Named | null,
  action?: string,
): string {
  const what = operationWords(operation, language, action)
  return words(language, 'booking.doneWith', {
    what,
    number,
    guest: guest
      ? nameText(guest, language, (key) => words(language, key))
      : words(language, 'common.unnamedGuest'),
  })
}

/** The codes of a list as choices with their words. */
export function useChoices(
  kind: CodeKind,
  codes: readonly string[],
  now?: string,
): { value: string; label: string }[] {
  const { t } = useWords()
  return useMemo(() => {
    const all = now !== undefined && !codes.includes(now) ? [...codes, now] : codes
    return all.map((value) => ({ value, label: codeWords(`booking.${kind}`, value, t) }))
  }, [kind, codes, now, t])
}

/** The name that is beside a type's or plan's code, in the language on screen; empty where it says no more than the code. */
export function nameOf(
  thing: { nameEn: string; nameZh: string; code: string } | undefined,
  language: Language,
): string {
  if (!thing) return ''
  const name = inLanguage(thing, language)
  return name === thing.code ? '' : name
}
