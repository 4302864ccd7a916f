import { type MouseEvent, useState } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { ChangeRows } from '#renderer/parts/change/ChangeRows.tsx'
import { readableChange, touchedParts } from '../../../parts/booking/nights-text.ts'
import { useValueText } from '../ChangesPane.tsx'
import { useHouse } from '../use-house.ts'
import type { Booking } from '../words.ts'

/** What a drawer was opened upon: that version is held to, until whoever types goes on with a newer one. */
export type Held = { version: number; newer: number; goOn: () => void }

/**
 * Another desk may change the booking while somebody types here. The page follows it, the act must not: it is sent
 * with the version that was seen when the drawer opened, or the later one that was looked at and taken.
 */
export function useHeldVersion(version: number, pending: boolean): Held {
  const [held, setHeld] = useState(version)
  // While it is saved, the newer version is one's own
  const newer = pending ? 0 : Math.max(0, version - held)
  return { version: held, newer, goOn: () => setHeld(version) }
}

type Props = { booking: Booking; entity: 'booking' | 'request'; id: number; held: Held }

/** Who changed it meanwhile, when, from what to what; the typed text stands, and its author decides. */
export function ConflictNote({ booking, entity, id, held }: Props) {
  const { t } = useWords()
  const house = useHouse()
  const valueText = useValueText(booking, house)
  const limit = Math.min(held.newer, 3)
  const { data } = useQuery('change.list', { entity, entityId: id, limit: limit || 1 }, { on: limit > 0 })
  if (limit === 0) return null
  const goOn = (event: MouseEvent) => {
    // The button goes: the hands return to the fields
    event.currentTarget.closest('.ant-drawer-body')?.querySelector<HTMLElement>('input, textarea')?.focus()
    held.goOn()
  }
  return (
    <div className="k-bk-conflict" role="alert">
      <p>
        <b>{t('booking.conflict.title')}</b> {t('booking.conflict.remedy')}
      </p>
      {(data?.rows ?? []).map((change) => {
        const parts = touchedParts(change.before?.nights, change.after?.nights)
        return (
          <ChangeRows
            key={change.seq}
            rows={[{ ...readableChange(change), undoable: false }]}
            valueText={(kind, field, value) => valueText(kind, field, value, parts)}
          />
        )
      })}
      <button type="button" className="k-chip" onClick={goOn}>
        {t('booking.conflict.goOn')}
      </button>
    </div>
  )
}
