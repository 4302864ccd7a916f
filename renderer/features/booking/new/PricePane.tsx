import { Input } from 'antd'
import { useWords } from '#renderer/base/language.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { Pane, Section } from '#renderer/ui/Pane.tsx'
import { amountFault } from '../change/read-rates.ts'
import { Preferences } from './GuestSection.tsx'
import { NothingToSell } from './NothingToSell.tsx'
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
      <NothingToSell />
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
          label={t('booking.new.ownRate')}
          hint={t(dayUse ? 'booking.new.ownRateDayUse' : 'booking.new.ownRateHint')}
          error={rateFault && !dayUse ? t(rateFault) : undefined}
        >
          {(control) => (
            <Input
              {...control}
              className="k-num"
              inputMode="decimal"
              autoComplete="off"
              disabled={dayUse}
              value={dayUse ? '' : form.ownRate}
              onChange={(event) => set({ ownRate: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Section title={t('booking.new.preferences')}>
        <Preferences guest={form.guest} />
      </Section>
    </Pane>
  )
}
