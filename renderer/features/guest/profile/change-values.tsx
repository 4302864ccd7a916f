import { type ReactNode, useCallback, useMemo } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { type T, useWords } from '#renderer/app/language.ts'
import { fieldValue } from '#renderer/ui/ChangeRows.tsx'
import { DateText } from '#renderer/ui/DateText.tsx'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { codeWords } from '../words.ts'

type Names = { types: Map<number, string>; rooms: Map<number, string>; plans: Map<number, string> }

/** Codes of a field that the catalogues word. */
const worded: Readonly<Record<string, string>> = {
  kind: 'request.kind',
  department: 'request.department',
  channel: 'booking.channel',
  segment: 'booking.segment',
  guarantee: 'booking.guarantee',
  meal: 'booking.meal',
}

/** Words for what changed in bookings and requests: room types, rooms and plans by their codes, nights by their days. */
export function useChangeValues(): (entity: string, field: string, value: unknown) => ReactNode {
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
  return useCallback((_entity, field, value) => valueWords(field, value, names, t), [names, t])
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
    return <Nights nights={value as Nights} names={names} />
  if (field === 'companions' && typeof value === 'object') return Object.keys(value).length
  return fieldValue(field, value)
}

type Night = { roomTypeId: number; roomId: number | null; rateMinor: number }
type Nights = Record<string, Night | null>

/** Nights as a line each; equal ones that follow each other as one. */
function Nights({ nights, names }: { nights: Nights; names: Names }) {
  const groups = nightGroups(nights)
  if (groups.length === 0) return '—'
  return (
    <span className="g-nights">
      {groups.map(({ first, last, night }) => (
        <span key={first}>
          <DateText date={first} style="day" />
          {last !== first && (
            <>
              {' – '}
              <DateText date={last} style="day" />
            </>
          )}{' '}
          {night ? (
            <>
              <span className="k-code">
                {names.types.get(night.roomTypeId)} {night.roomId !== null && names.rooms.get(night.roomId)}
              </span>{' '}
              <MoneyText minor={night.rateMinor} />
            </>
          ) : (
            '—'
          )}
        </span>
      ))}
    </span>
  )
}

type Group = { first: string; last: string; night: Night | null }

/** Dates in order, equal nights next to each other put together. */
export function nightGroups(nights: Nights): Group[] {
  const groups: Group[] = []
  for (const date of Object.keys(nights).sort()) {
    const night = nights[date] ?? null
    const group = groups.at(-1)
    if (group && JSON.stringify(group.night) === JSON.stringify(night)) group.last = date
    else groups.push({ first: date, last: date, night })
  }
  return groups
}
