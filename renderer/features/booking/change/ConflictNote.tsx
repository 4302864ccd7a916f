import type { MouseEvent } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import type { Fields } from '#renderer/base/drafts/merge.ts'
import type { VersionedEdit } from '#renderer/base/drafts/use-versioned-edit.ts'
import { useWords } from '#renderer/base/language.ts'
import { ChangeRows } from '#renderer/parts/change/ChangeRows.tsx'
import { readableChange, touchedParts } from '../../../parts/booking/nights-text.ts'
import { useValueText } from '../ChangesPane.tsx'
import { useHouse } from '../use-house.ts'
import type { Booking } from '../words.ts'

type Props = {
  booking: Booking
  entity: 'booking' | 'request'
  id: number
  edit: Pick<VersionedEdit<Fields>, 'theirs' | 'goOn'>
}

/** Who changed it meanwhile, when, from what to what; what was typed stays, and its author decides. */
export function ConflictNote({ booking, entity, id, edit }: Props) {
  const { t } = useWords()
  const house = useHouse()
  const valueText = useValueText(booking, house)
  const limit = Math.min(edit.theirs?.versions ?? 0, 3)
  const { data } = useQuery('change.list', { entity, entityId: id, limit: limit || 1 }, { on: limit > 0 })
  if (limit === 0) return null
  const goOn = (event: MouseEvent) => {
    // The button goes: the hands return to the fields
    event.currentTarget.closest('.ant-drawer-body')?.querySelector<HTMLElement>('input, textarea')?.focus()
    edit.goOn()
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
