import { useWords } from '#renderer/base/language.ts'
import { DateText } from '#renderer/ui/DateText.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { MoneyField } from '#renderer/ui/MoneyField.tsx'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { Pane, Section } from '#renderer/ui/Pane.tsx'
import { ReasonField } from '#renderer/ui/ReasonField.tsx'
import { nightsOf } from '#shared/values/index.ts'
import { amountFault } from '../change/read-rates.ts'
import { FactLabel } from '../confirmation/FactLabel.tsx'
import { HoursFields } from '../HoursFields.tsx'
import { DetailFields } from './DetailFields.tsx'
import { areForNights } from './new-draft.ts'
import { RoomSelect } from './RoomSelect.tsx'
import type { NewBooking } from './use-new-booking.ts'
import { Wishes } from './Wishes.tsx'

/** What may be said beside: the room, a rate of its own, the wishes that come along, accounts and terms. */
export function DetailsPane({ booking }: { booking: NewBooking }) {
  const { t } = useWords()
  const { form, set, dayUse, currency, errors, effect } = booking
  const rateFault = amountFault(form.ownRate, currency)
  return (
    <Pane title={t('booking.new.details')} padded>
      {booking.shownHours && (
        <HoursFields
          typed={form.hours}
          set={(patch) => set({ hours: { ...form.hours, ...patch } })}
          shown={booking.shownHours}
          proposed={effect?.dayUse?.proposed}
          errors={errors}
        />
      )}
      <div className="k-field-row">
        <Field
          label={t('booking.new.room')}
          hint={t(dayUse ? 'booking.new.roomDayUse' : 'booking.new.roomHint')}
          error={errors.roomId}
        >
          {(control) => <RoomSelect control={control} booking={booking} />}
        </Field>
        {!dayUse && (
          <Field
            label={<FactLabel of="rates">{t('booking.new.ownRate')}</FactLabel>}
            hint={t('booking.new.ownRateHint')}
            error={rateFault ? t(rateFault) : undefined}
          >
            {(control) => (
              <MoneyField {...control} value={form.ownRate} onChange={(ownRate) => set({ ownRate })} />
            )}
          </Field>
        )}
      </div>
      {effect?.reasonFor && (
        <ReasonField
          value={form.reason}
          onChange={(reason) => set({ reason })}
          error={booking.missing === 'reason' ? t('refusal.REASON_NEEDED') : errors.reason}
          hint={t(`booking.refusal.REASON_NEEDED.${effect.reasonFor}`)}
          usual={(['match', 'complaint', 'promised', 'mistake'] as const).map((why) =>
            t(`booking.change.usualRate.${why}`),
          )}
        />
      )}
      {form.nightRates.length > 0 && <NightRates booking={booking} />}
      <Section title={t('booking.new.preferences')}>
        <Wishes booking={booking} />
      </Section>
      <DetailFields booking={booking} />
    </Pane>
  )
}

/** What each night costs by the message; a rate of its own typed above goes before it. */
function NightRates({ booking: { form, set, dates } }: { booking: NewBooking }) {
  const { t } = useWords()
  const nights = dates ? nightsOf(dates.arrival, dates.departure) : []
  return (
    <Section
      title={t('confirmation.nightRates')}
      tools={
        <button type="button" className="k-tool" onClick={() => set({ nightRates: [] })}>
          {t('confirmation.nightRatesRemove')}
        </button>
      }
    >
      {!areForNights(form.nightRates, nights) && <p className="k-quiet">{t('confirmation.ratesNotUsed')}</p>}
      <ul className="k-bk-preferences">
        {form.nightRates.map(({ night, minor }) => (
          <li key={night}>
            <DateText date={night} style="day" /> <MoneyText minor={minor} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
