import type { ReactNode } from 'react'
import { titledAs } from '#renderer/parts/folio/folio-view.ts'
import { SimilarTag } from '#renderer/parts/guest/SimilarTag.tsx'
import { DateText, StayText } from '#renderer/ui/DateText.tsx'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import type { Key } from '#shared/i18n/index.ts'
import type { T } from '../../base/language.ts'
import { href, paths } from '../../base/route/paths.ts'
import { go } from '../../base/route/route.tsx'
import { GuestName } from '../../parts/guest/GuestName.tsx'
import { coveredHint } from './covered.ts'

export type Row = {
  id: string
  group: Key
  shown: ReactNode
  run: () => void
  /** Of what the store found, for the text that was asked last. */
  stored?: boolean
  /** A guest whose name is only similar to what was typed. */
  similar?: boolean
  /** Choosing it writes this into the field instead of going anywhere. */
  retype?: string
  /** What a room or a booking is called by: typed whole, it is meant. */
  number?: string
}

export const PER_GROUP = 6

/** Open folios that fit, as rows: guests' by room, accounts by code. */
export function folioRows(found: OutputOf<'folio.list'> | undefined): Row[] {
  return (found?.rows ?? []).slice(0, PER_GROUP).map(
    (folio): Row => ({
      id: `folio:${folio.id}`,
      group: 'shell.palette.folios',
      stored: true,
      ...(folio.code ? { number: folio.code } : {}),
      run: () => go(href(paths.folio, { id: folio.id })),
      shown: (
        <>
          {folio.roomNo ? (
            <RoomNumber>{folio.roomNo}</RoomNumber>
          ) : (
            <span className="k-code">{folio.code}</span>
          )}
          <GuestName of={titledAs(folio)} />
          <span className="k-code k-quiet">{folio.confirmationNo}</span>
          <MoneyText minor={folio.balanceMinor} />
        </>
      ),
    }),
  )
}

/** Numbered papers that were found, as rows: each leads to its folio. */
function paperRows(found: OutputOf<'search.palette'>, t: T): Row[] {
  return found.papers.slice(0, PER_GROUP).map(
    (paper): Row => ({
      id: `paper:${paper.id}`,
      group: 'shell.palette.papers',
      number: paper.label,
      run: () => go(href(paths.folio, { id: paper.folioId })),
      shown: (
        <>
          <span className="k-code">{paper.label}</span>
          <span>{t(`chart.paperKind.${paper.kind}`)}</span>
          <span className="k-cut">{paper.payeeName}</span>
          <DateText date={paper.issuedOn} />
          {paper.grossMinor !== 0 && <MoneyText minor={paper.grossMinor} />}
        </>
      ),
    }),
  )
}

/** What the store found, as rows: guests, then bookings, rooms and papers. */
export function storeRows(
  found: OutputOf<'search.palette'>,
  typed: string,
  tierName: (code: string) => string,
  t: T,
): Row[] {
  const guests = found.guests.slice(0, PER_GROUP).map(
    (guest): Row => ({
      id: `guest:${guest.id}`,
      group: 'shell.palette.guests',
      similar: guest.similar,
      run: () => go(href(paths.guest, { id: guest.id })),
      shown: (
        <>
          <GuestName of={guest} />
          {guest.similar && <SimilarTag t={t} />}
          {guest.tier && <span className="k-tag">{tierName(guest.tier)}</span>}
          <span className="k-quiet k-cut">{coveredHint(guest.hint, typed)}</span>
          {guest.inHouseRoom && <RoomNumber>{guest.inHouseRoom}</RoomNumber>}
        </>
      ),
    }),
  )
  const bookings = found.bookings.slice(0, PER_GROUP).map(
    (booking): Row => ({
      id: `booking:${booking.id}`,
      group: 'shell.palette.bookings',
      number: booking.confirmationNo,
      run: () => go(href(paths.booking, { id: booking.id })),
      shown: (
        <>
          <span className="k-code">{booking.confirmationNo}</span>
          <GuestName of={booking} booking={booking.id} />
          <StayText arrival={booking.arrival} departure={booking.departure} />
          <StatusMark state={booking.status} />
        </>
      ),
    }),
  )
  const rooms = found.rooms.slice(0, PER_GROUP).map(
    (room): Row => ({
      id: `room:${room.id}`,
      group: 'shell.palette.rooms',
      number: room.number,
      run: () =>
        go(
          room.booking === null
            ? href(paths.newBooking, undefined, { room: room.id })
            : href(paths.booking, { id: room.booking }),
        ),
      shown: (
        <>
          <RoomNumber>{room.number}</RoomNumber>
          <StatusMark state={room.state} />
          {room.booking === null ? (
            <span className="k-quiet">{t('shell.palette.bookRoom')}</span>
          ) : (
            <GuestName of={room} booking={room.booking} />
          )}
        </>
      ),
    }),
  )
  return [...guests, ...bookings, ...rooms, ...paperRows(found, t)].map((row) => ({ ...row, stored: true }))
}
