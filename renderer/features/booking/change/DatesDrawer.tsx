import { Checkbox } from 'antd'
import { useWords } from '#renderer/base/language.ts'
import { StayFields } from '../StayFields.tsx'
import { stayOf } from '../stay-dates.ts'
import { ChangeDrawer, type ChangeProps, useChangeDraft } from './ChangeDrawer.tsx'
import { SoldOutWays } from './SoldOutWays.tsx'

/** Moves, lengthens or shortens the stay. */
export function DatesDrawer({ booking, onClose }: ChangeProps) {
  const { t } = useWords()
  const draft = useChangeDraft(booking, 'dates', {
    arrival: booking.arrival as string,
    departure: booking.departure as string,
    keepRates: true,
    reason: '',
  })
  const { arrival, departure, keepRates } = draft.value
  const stay = stayOf({ arrival, departure })
  const here = booking.status === 'in-house'
  return (
    <ChangeDrawer
      booking={booking}
      onClose={onClose}
      title={t('booking.change.dates')}
      command="booking.changeDates"
      draft={draft}
      change={stay && { kind: 'dates', ...stay, keepRates }}
      missing={t('booking.change.datesMissing')}
      ways={(refusal) => (
        <SoldOutWays
          booking={booking}
          refusal={refusal}
          onDepart={(day) => draft.set({ ...draft.value, departure: day })}
        />
      )}
    >
      {(errors) => (
        <>
          <StayFields
            stay={{ arrival, departure }}
            errors={errors}
            arrivalFixed={here}
            autoFocus={here ? 'departure' : 'arrival'}
            onChange={(dates) => draft.set({ ...draft.value, ...dates })}
          />
          <p className="k-field">
            <Checkbox
              checked={keepRates}
              onChange={(event) => draft.set({ ...draft.value, keepRates: event.target.checked })}
            >
              {t('booking.change.keepRates')}
            </Checkbox>
          </p>
        </>
      )}
    </ChangeDrawer>
  )
}
