import { type ReactNode, useState } from 'react'
import { useMay } from '#renderer/base/desk.ts'
import { actsFor, useActs } from '#renderer/base/keys/acts.ts'
import { DetailsDrawer } from '#renderer/parts/registration/DetailsDrawer.tsx'
import { guardianFields } from '#renderer/parts/registration/details-form.ts'
import { MinorOfBooking } from '#renderer/parts/registration/MinorOfBooking.tsx'
import { registerActs } from '#renderer/parts/stay/acts.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type { BookingId, GuestId } from '#shared/values/index.ts'

type Person = OutputOf<'stay.reviewCheckIn'>['persons'][number]
type What = 'details' | 'sheet'

/** The field for a document that is typed or pasted. */
export const typedInput = 'k-stay-typed-document'

export type Registering = {
  /** Whether this user may write down what the law asks. */
  may: boolean
  /** Whose the key is: who lacks something first. */
  firstOf: (what: What) => GuestId | null
  open: (what: What, guestId: GuestId) => void
  /** What is missing first, with its key; null where nothing is. */
  first: { key: string; open: () => void } | null
  drawer: ReactNode
}

/**
 * What the law asks of each guest, at the check-in itself: the details of a guest and the sheet of a minor, by key for the
 * first who lacks something. What is saved brings the next of them, and the sheets of minors after the details.
 */
export function useRegistration(bookingId: BookingId, persons: readonly Person[]): Registering {
  const may = useMay()('registration')
  const [open, setOpen] = useState<{ what: What; guestId: GuestId } | null>(null)
  const lacking = (what: What) => persons.filter((person) => lacks(what, person))
  const firstOf = (what: What) => {
    const usual = what === 'sheet' ? persons.find(({ minor }) => minor) : persons[0]
    return may ? ((lacking(what)[0] ?? usual)?.id ?? null) : null
  }
  const begin = (what: What) => {
    const guestId = firstOf(what)
    if (guestId !== null) setOpen({ what, guestId })
  }
  const close = () => setOpen(null)
  const next = (what: What, after: GuestId) => {
    const found = lacking(what).find(({ id }) => id !== after)
    const [minor] = what === 'details' ? lacking('sheet') : []
    if (found) setOpen({ what, guestId: found.id })
    else setOpen(minor ? { what: 'sheet', guestId: minor.id } : null)
  }
  useActs(actsFor(registerActs, { may, minor: firstOf('sheet') !== null }), {
    details: () => begin('details'),
    sheet: () => begin('sheet'),
    type: () => document.querySelector<HTMLElement>(`.${typedInput}`)?.focus(),
  })
  const first = (['details', 'sheet'] as const).find((what) => lacking(what).length > 0)
  const Drawer = open?.what === 'sheet' ? MinorOfBooking : DetailsDrawer
  return {
    may,
    firstOf,
    open: (what, guestId) => setOpen({ what, guestId }),
    first: may && first ? { key: registerActs[first].key, open: () => begin(first) } : null,
    drawer: open && (
      <Drawer
        key={`${open.what} ${open.guestId}`}
        bookingId={bookingId}
        guestId={open.guestId}
        onSaved={() => next(open.what, open.guestId)}
        onClose={close}
      />
    ),
  }
}

function lacks(what: What, { required, missing }: Person): boolean {
  return required && missing.some((field) => guardianFields.includes(field) === (what === 'sheet'))
}
