import { useWords } from '#renderer/base/language.ts'
import { DateText, StayText } from '#renderer/ui/DateText.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Mark } from '#renderer/ui/Mark.tsx'
import type { BusinessDate } from '#shared/values/index.ts'
import { newBookingActs } from '../acts.ts'
import { useHouse } from '../use-house.ts'
import type { LastTime } from './last-time.ts'
import type { NewBooking } from './use-new-booking.ts'

type Props = { booking: NewBooking; onTake: () => void }

/** The guest's last stay, and the form as it was: what of it can't be had is named, for the dates that are typed now. */
export function LastTimeNote({ booking: { form, last }, onTake }: Props) {
  const { t } = useWords()
  const house = useHouse()
  if (!form.guest || last === undefined) return null
  if (last === null) return <p className="k-bk-last k-quiet">{t('newBooking.lastTime.none')}</p>
  const { stay, roomTypeId, ratePlanId } = last
  const codes = [house.typeOf(roomTypeId)?.code, house.planOf(ratePlanId)?.code].filter(Boolean)
  return (
    <div className="k-bk-last">
      <p>
        <button
          type="button"
          className="k-chip"
          aria-pressed={form.lastTime !== null && !form.lastTime.offered}
          onClick={onTake}
        >
          {t('newBooking.lastTime.take')} <KeyHint keys={newBookingActs.lastTime.key} />
        </button>{' '}
        <span className="k-quiet">
          <StayText arrival={stay.arrival} departure={stay.departure} />{' '}
          <span className="k-code">{codes.join(' ')}</span>
        </span>
      </p>
      {form.lastTime && !form.lastTime.offered && <Lacks lacks={last.lacks} />}
    </div>
  )
}

function Lacks({ lacks }: Pick<LastTime, 'lacks'>) {
  const { t } = useWords()
  if (lacks.length === 0) return null
  return (
    <ul className="k-bk-warnings" aria-label={t('newBooking.lastTime.lacks')}>
      {lacks.map(({ code, params: { night, ...params } }) => (
        <li key={code}>
          <Mark of="warning" />
          <span>
            {t(`newBooking.lastTime.lack.${code}`, params)}{' '}
            {night && <DateText date={night as BusinessDate} />}
          </span>
        </li>
      ))}
    </ul>
  )
}
