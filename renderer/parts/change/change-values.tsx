import { type ReactNode, useCallback, useMemo } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { Link } from '#renderer/base/route/route.tsx'
import {
  type LoggedNight,
  type NightPart,
  nightRuns,
  readableChange,
  touchedParts,
} from '#renderer/parts/booking/nights-text.ts'
import { fieldValue } from '#renderer/parts/change/ChangeRows.tsx'
import type { Change } from '#renderer/parts/change/describe-change.ts'
import { DateText } from '#renderer/ui/DateText.tsx'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import { codeWords } from '../guest/words.ts'

type Logged = Record<string, LoggedNight | null>

/** Which parts of its nights a change touched, by the nights of the row itself. */
const touched = new WeakMap<object, ReadonlySet<NightPart>>()
const everyPart: ReadonlySet<NightPart> = new Set<NightPart>(['type', 'room', 'rate'])

type Names = { types: Map<number, string>; rooms: Map<number, string>; plans: Map<number, string> }

/** Codes of a field that the catalogues word. */
const worded: Readonly<Record<string, string>> = {
  kind: 'request.kind',
  department: 'request.department',
  channel: 'booking.channel',
  segment: 'booking.segment',
  guarantee: 'booking.guarantee',
  meal: 'booking.meal',
  accountKind: 'change.accountKind',
}

/** Words for what changed in bookings and requests: room types, rooms and plans by their codes, nights by their days. */
export function useChangeValues(): (
  entity: string,
  field: string,
  value: unknown,
  change: Change,
) => ReactNode {
  const { t } = useWords()
  const types = useQuery('room.listTypes', {}).data
  const rooms = useQuery('room.list', {}).data
  const plans = useQuery('rate.list', {}).data
  const names = useMemo<Names>(
    () => ({
      types: new Map(types?.map((type) => [type.id, type.code])),
      rooms: new Map(rooms?.map((room) => [room.id, room.number])),
      plans: new Map(plans?.map((plan) => [plan.id, plan.code])),
    }),
    [types, rooms, plans],
  )
  return useCallback(
    (_entity, field, value, change) =>
      whoWords(field, value, change.names, t) ?? valueWords(field, value, names, t),
    [names, t],
  )
}

/** Guests by name, to go to; companies and agencies by theirs. Undefined for a field that means nobody. */
function whoWords(field: string, value: unknown, names: Change['names'], t: T): ReactNode {
  const guest = (id: number | string) => (
    <Link key={id} to={href(paths.guest, { id: Number(id) })}>
      {names[`guest:${id}`] ?? t('common.unnamedGuest')}
    </Link>
  )
  if (field === 'companions' && typeof value === 'object' && value !== null) {
    const ids = Object.keys(value)
    return ids.length === 0 ? '—' : ids.map((id, index) => [index > 0 && ' · ', guest(id)])
  }
  if (typeof value !== 'number') return undefined
  if (field === 'guestId' || field === 'bookerId') return guest(value)
  if (field === 'agencyId' || field === 'companyId' || field === 'accountId')
    return names[`account:${value}`] ?? '—'
  return undefined
}

function valueWords(field: string, value: unknown, names: Names, t: T): ReactNode {
  if (value === null || value === undefined || value === '') return '—'
  if (typeof value === 'number') {
    if (field === 'roomTypeId' || field === 'chargedRoomTypeId') return names.types.get(value)
    if (field === 'roomId') return names.rooms.get(value)
    if (field === 'ratePlanId') return names.plans.get(value)
  }
  const words = worded[field]
  if (words && typeof value === 'string') return codeWords(words, value, t)
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no')
  if (field === 'nights' && typeof value === 'object')
    return <Nights nights={value as Logged} names={names} parts={touched.get(value) ?? everyPart} />
  return fieldValue(field, value)
}

/** Nights as a line each; equal ones that follow each other as one. Only what the change touched is shown. */
function Nights({ nights, names, parts }: { nights: Logged; names: Names; parts: ReadonlySet<NightPart> }) {
  const runs = nightRuns(nights, parts)
  if (runs.length === 0) return '—'
  return (
    <span className="k-change-nights">
      {runs.map(({ from, to, night }) => (
        <span key={from}>
          <DateText date={from} style="day" />
          {to !== from && (
            <>
              {' – '}
              <DateText date={to} style="day" />
            </>
          )}{' '}
          {night ? <NightText night={night} names={names} parts={parts} /> : '—'}
        </span>
      ))}
    </span>
  )
}

function NightText({
  night,
  names,
  parts,
}: {
  night: LoggedNight
  names: Names
  parts: ReadonlySet<NightPart>
}) {
  const room = night.roomId === null ? '—' : (names.rooms.get(night.roomId) ?? '—')
  return (
    <>
      {parts.has('type') && <span className="k-code">{names.types.get(night.roomTypeId)} </span>}
      {parts.has('room') && <RoomNumber>{room}</RoomNumber>}
      {parts.has('rate') && <MoneyText minor={night.rateMinor} />}
    </>
  )
}

/** Rows as a story is written: without what other fields repeat, each night’s change cut to what it touched. */
export function tellable(changes: readonly Change[]): Change[] {
  return changes.map((change) => {
    const parts = touchedParts(change.before?.nights, change.after?.nights)
    for (const image of [change.before, change.after]) {
      if (typeof image?.nights === 'object' && image.nights !== null) touched.set(image.nights, parts)
    }
    return readableChange(change)
  })
}
