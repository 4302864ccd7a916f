import { useWords } from '#renderer/base/language.ts'
import { DateText } from '#renderer/ui/DateText.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { MoneyField } from '#renderer/ui/MoneyField.tsx'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { Pane, Section } from '#renderer/ui/Pane.tsx'
import { nightsOf } from '#shared/values/index.ts'
import { NextStep } from '../../../parts/hotel/NextStep.tsx'
import { amountFault } from '../change/read-rates.ts'
import { FactLabel } from '../confirmation/FactLabel.tsx'
import { Preferences } from './GuestSection.tsx'
import { areForNights, type NewDraft } from './new-draft.ts'
import { PriceGrid } from './PriceGrid.tsx'
import { RoomSelect } from './RoomSelect.tsx'
import type { NewBooking } from './use-new-booking.ts'

/** What is sold: type and plan with their price, the room, a rate of its own, the preferences that come along. */
export function PricePane({ booking }: { booking: NewBooking }) {
  const { t } = useWords()
  const { form, set, offer, dates, dayUse, currency, errors } = booking
  const rateFault = amountFault(form.ownRate, currency)
  return (
    <Pane
      title={t('booking.new.price')}
      note={t('booking.new.priceHint')}
      tools={<span className="k-quiet">{currency}</span>}
      padded
    >
      {form.message?.filled && <MessageType form={form} />}
      <NextStep setUpOnly />
      <PriceGrid
        types={booking.types}
        plans={booking.plans}
        left={booking.left}
        {...offer}
        onChoose={(roomTypeId, ratePlanId) =>
          set({ roomTypeId, ratePlanId, ...(roomTypeId === offer.roomTypeId ? {} : { roomId: null }) })
        }
      />
      <div className="k-field-row">
        <Field
          label={t('booking.new.room')}
          hint={t(dayUse ? 'booking.new.roomDayUse' : 'booking.new.roomHint')}
          error={errors.roomId}
        >
          {(control) => (
            <RoomSelect
              control={control}
              draft={form}
              dates={dayUse ? null : dates}
              roomTypeId={offer.roomTypeId}
              onChange={(roomId) => set({ roomId })}
              disabled={dayUse}
            />
          )}
        </Field>
        <Field
          label={<FactLabel of="rates">{t('booking.new.ownRate')}</FactLabel>}
          hint={t(dayUse ? 'booking.new.ownRateDayUse' : 'booking.new.ownRateHint')}
          error={rateFault && !dayUse ? t(rateFault) : undefined}
        >
          {(control) => (
            <MoneyField
              {...control}
              disabled={dayUse}
              value={dayUse ? '' : form.ownRate}
              onChange={(ownRate) => set({ ownRate })}
            />
          )}
        </Field>
      </div>
      {form.nightRates.length > 0 && <NightRates booking={booking} />}
      <Section title={t('booking.new.preferences')}>
        <Preferences guest={form.guest} />
      </Section>
    </Pane>
  )
}

/** The message's own words for the room, above the types that one of is chosen. */
function MessageType({ form }: { form: NewDraft }) {
  const { t } = useWords()
  const words = form.message?.reading.roomType?.value.words
  return (
    <p className="k-message-type">
      <FactLabel of="roomType">{t('confirmation.field.roomType')}</FactLabel> <b>{words}</b>
    </p>
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
