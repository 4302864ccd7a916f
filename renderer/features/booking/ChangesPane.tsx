import type { ReactNode } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useList } from '#renderer/api/use-list.ts'
import { useWords } from '#renderer/base/language.ts'
import { ChangeRows } from '#renderer/parts/change/ChangeRows.tsx'
import type { Change } from '#renderer/parts/change/describe-change.ts'
import { rowsUntil } from '#renderer/parts/change/describe-change.ts'
import { LookBackButton } from '#renderer/parts/change/LookBack.tsx'
import { logText } from '#renderer/parts/change/log-text.ts'
import { nameText } from '#renderer/parts/guest/names.ts'
import { codeWords } from '#renderer/parts/guest/words.ts'
import { formatDate, formatMoney } from '#renderer/ui/format.ts'
import { Pane } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { isKey, type Key, listText } from '#shared/i18n/index.ts'
import { wishText, wishWords } from '#shared/i18n/wish-text.ts'
import {
  type LoggedNight,
  type NightPart,
  nightRuns,
  readableChange,
  touchedParts,
} from '../../parts/booking/nights-text.ts'
import type { House } from './use-house.ts'
import { type Booking, isCoded, nameOf } from './words.ts'

type Props = {
  booking: Booking
  house: House
  /** Leads to the booking as it was. */
  onAsOf?: () => void
  /** Only up to this change, without their undo: an earlier moment is on screen. */
  until?: number
}

/** The booking's story, newest first, each with its undo; and what a source counted before this desk knew it. */
export function ChangesPane({ booking, house, onAsOf, until }: Props) {
  const { t, language } = useWords()
  const changes = useList('booking.changes', { id: booking.id, until })
  const valueText = useValueText(booking, house)
  const subject = (change: Change) => {
    const request = change.entity === 'request' && booking.requests.find((one) => one.id === change.entityId)
    return request ? <span>{wishText(request, language)}</span> : null
  }
  const parts = new Map(
    changes.rows.map(({ seq, before, after }) => [seq, touchedParts(before?.nights, after?.nights)]),
  )
  const counted = Number(booking.source?.bookingChanges ?? 0)
  return (
    <Pane title={t('booking.changes.title')} tools={onAsOf && <LookBackButton onLook={onAsOf} />}>
      {changes.failed && (
        <Trouble failed={changes.failed} operation="booking.changes" onRetry={changes.retry} line />
      )}
      {changes.loading && <RowSkeleton rows={4} />}
      {!changes.loading && !changes.failed && changes.rows.length === 0 && (
        <p className="k-padded k-quiet">{t('booking.changes.none')}</p>
      )}
      <div className="k-bk-changes">
        <ChangeRows
          rows={rowsUntil(changes.rows, until).map(readableChange)}
          subject={subject}
          valueText={(entity, field, value, change) =>
            valueText(entity, field, value, parts.get(change.seq) ?? everyPart)
          }
        />
      </div>
      {changes.more && (
        <button type="button" className="k-tool" onClick={changes.loadMore}>
          {t('booking.changes.more')}
        </button>
      )}
      {counted > 0 && (
        <p className="k-padded k-quiet">{t('booking.changes.sourceCounted', { count: counted })}</p>
      )}
    </Pane>
  )
}

const everyPart: ReadonlySet<NightPart> = new Set<NightPart>(['type', 'room', 'rate'])

/** Values of a booking's story as people read them: ids by name, nights in runs, codes in words. */
export function useValueText(booking: Booking, house: House) {
  const { t, language, locale } = useWords()
  const { currency, timeZone } = useHotel()
  const reader = { t, language, locale, currency, timeZone, tierName: (code: string) => code }
  const people = new Map(
    [booking.guest, ...(booking.booker ? [booking.booker] : []), ...booking.companions].map((party) => [
      party.id as number,
      nameText(party, language, t),
    ]),
  )
  const personName = (id: unknown) => people.get(Number(id)) ?? `№ ${String(id)}`

  const nightText = (night: LoggedNight | null, parts: ReadonlySet<NightPart>): string => {
    if (night === null) return '—'
    return [
      ...(parts.has('type') ? [house.typeOf(night.roomTypeId)?.code ?? '—'] : []),
      ...(parts.has('room') && (night.roomId !== null || !parts.has('type'))
        ? [house.roomOf(night.roomId)?.number ?? t('booking.change.unassigned')]
        : []),
      ...(parts.has('rate') ? [formatMoney(night.rateMinor, currency, locale)] : []),
    ].join(' ')
  }
  const nightsText = (value: unknown, parts: ReadonlySet<NightPart>): ReactNode => {
    const runs = nightRuns((value ?? {}) as Record<string, LoggedNight | null>, parts)
    return runs.map((run) => {
      const from = formatDate(run.from, locale, 'day')
      const when = run.count === 1 ? from : `${from} – ${formatDate(run.to, locale, 'day')}`
      return (
        <span key={run.from} className="k-bk-run">
          {t('booking.changes.nightsOf', { when, what: nightText(run.night, parts) })}
        </span>
      )
    })
  }
  return (entity: string, field: string, value: unknown, parts: ReadonlySet<NightPart>): ReactNode => {
    if (value === null || value === undefined || value === '') return undefined
    if (field === 'nights') return nightsText(value, parts)
    if (field === 'roomTypeId' || field === 'chargedRoomTypeId') return house.typeOf(Number(value))?.code
    if (field === 'ratePlanId') return planText(house, Number(value), language)
    if (field === 'guestId' || field === 'bookerId') return personName(value)
    if (field === 'companions') return listText(Object.keys(value as object).map(personName), language) || '—'
    if (field === 'agencyId' || field === 'companyId') {
      const account = field === 'agencyId' ? booking.agency : booking.company
      return account?.id === value ? account.name : `№ ${String(value)}`
    }
    if (isCoded(field)) return codeWords(`booking.${field}`, String(value), t)
    if (entity === 'request' && (field === 'kind' || field === 'text'))
      return wishWords(String(value), language)
    if (field === 'department') {
      const key = `request.department.${String(value)}`
      return isKey(key) ? t(key as Key) : String(value)
    }
    // What the house keeps, papers, registrations: moments and codes as the log has them
    if (typeof value === 'string' && entity !== 'booking' && entity !== 'request')
      return logText(field, value, reader)
    return undefined
  }
}

function planText(house: House, id: number, language: 'en' | 'zh'): string | undefined {
  const plan = house.planOf(id)
  return plan ? `${plan.code} ${nameOf(plan, language)}` : undefined
}
