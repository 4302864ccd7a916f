import type { ReactNode } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Pane, Section } from '#renderer/ui/Pane.tsx'
import { NextStep } from '../../../parts/hotel/NextStep.tsx'
import { newBookingActs } from '../acts.ts'
import { FactLabel } from '../confirmation/FactLabel.tsx'
import { PersonsFields } from '../PersonsFields.tsx'
import { StayFields } from '../StayFields.tsx'
import { GuestSection } from './GuestSection.tsx'
import { LastTimeNote } from './LastTimeNote.tsx'
import type { NewDraft } from './new-draft.ts'
import { PriceGrid } from './PriceGrid.tsx'
import { SoldOut } from './SoldOut.tsx'
import type { NewBooking } from './use-new-booking.ts'

type Props = {
  booking: NewBooking
  title: string
  /** Right in the head. */
  tools: ReactNode
  /** Above the fields: what came back of an earlier time. */
  note: ReactNode
  /** The guest was known when the form was opened: it begins with the dates. */
  guestKnown: boolean
  onGuest: () => void
  onLast: () => void
  /** Enter in the prices. */
  onTaken: () => void
}

/** Who, when, and what for how much: all that a booking needs, from top to bottom. */
export function StayPane({ booking, title, tools, note, guestKnown, onGuest, onLast, onTaken }: Props) {
  const { t } = useWords()
  const { form, set, errors, missing, offer, currency } = booking
  const choose = (roomTypeId: number, ratePlanId: number) =>
    set({ roomTypeId, ratePlanId, ...(roomTypeId === offer.roomTypeId ? {} : { roomId: null }) })
  return (
    <Pane title={<h1>{title}</h1>} padded tools={tools}>
      {note}
      <GuestSection
        draft={form}
        set={set}
        onChosen={onGuest}
        error={missing === 'guest' ? t('booking.new.missing.guest') : undefined}
      >
        <LastTimeNote booking={booking} onTake={onLast} />
      </GuestSection>
      <div className="k-bk-when">
        <StayFields
          stay={form.stay}
          errors={errors}
          {...(guestKnown ? { autoFocus: 'arrival' as const } : {})}
          onChange={(stay) => set({ stay })}
        />
        <PersonsFields persons={form.persons} errors={errors} onChange={(persons) => set({ persons })} />
      </div>
      <Section
        title={
          <>
            {t('booking.new.price')} <KeyHint keys={newBookingActs.prices.key} />
          </>
        }
        note={t('booking.new.priceHint')}
        tools={<span className="k-quiet">{currency}</span>}
      >
        {form.message?.filled && <MessageType form={form} />}
        <NextStep setUpOnly />
        <PriceGrid
          types={booking.types}
          plans={booking.plans}
          left={booking.left}
          {...offer}
          onChoose={choose}
          onTaken={onTaken}
        />
        <SoldOut booking={booking} />
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
