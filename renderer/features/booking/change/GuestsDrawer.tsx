import { useState } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { CloseIcon } from '#renderer/ui/icons.tsx'
import type { GuestId } from '#shared/values/index.ts'
import { TierTag } from '../../../parts/loyalty/TierTag.tsx'
import { GuestPicker, type Person } from '../GuestPicker.tsx'
import { type Persons, PersonsFields, personsWrong } from '../PersonsFields.tsx'
import type { Booking, Party } from '../words.ts'
import { ChangeDrawer, type ChangeInput, type ChangeProps, useChangeDraft } from './ChangeDrawer.tsx'

type Typed = { guest: Person; booker: Person | null; companions: Person[]; persons: Persons; reason: string }

/** Another guest, booker, companions or number of persons. */
export function GuestsDrawer({ booking, onClose }: ChangeProps) {
  const { t } = useWords()
  const draft = useChangeDraft<Typed>(booking, 'guests', {
    guest: personOf(booking.guest),
    booker: booking.booker && personOf(booking.booker),
    companions: booking.companions.map(personOf),
    persons: { adults: booking.adults, children: booking.children, infants: booking.infants },
    reason: '',
  })
  const { guest, booker, companions, persons } = draft.value
  const [adding, setAdding] = useState('')
  const set = (patch: Partial<Typed>) => draft.set({ ...draft.value, ...patch })
  const staying = [guest.id, ...companions.map((one) => one.id)]
  return (
    <ChangeDrawer
      booking={booking}
      onClose={onClose}
      title={t('booking.change.guests')}
      command="booking.changeGuests"
      draft={draft}
      // A number that can't be meant is named beside its field: there is nothing to preview yet
      change={personsWrong(persons) ? null : guestsChange(booking, draft.value)}
    >
      {(errors) => (
        <>
          <PersonsFields persons={persons} errors={errors} onChange={(next) => set({ persons: next })} />
          <OnePerson
            label={t('booking.change.guest')}
            person={guest}
            without={staying}
            onPick={(person) => set({ guest: person })}
            autoFocus
          />
          <OnePerson
            label={t('booking.change.booker')}
            person={booker}
            empty={t('booking.change.bookerNone')}
            without={[]}
            onPick={(person) => set({ booker: person })}
            onRemove={() => set({ booker: null })}
          />
          <Field label={t('booking.change.companions')} hint={t('booking.change.noFolio')}>
            {(control) => (
              <>
                <ul className="k-bk-people">
                  {companions.map((person) => (
                    <li key={person.id}>
                      <PersonChip
                        person={person}
                        onRemove={() => set({ companions: companions.filter((one) => one.id !== person.id) })}
                      />
                    </li>
                  ))}
                </ul>
                <GuestPicker
                  {...control}
                  placeholder={t('booking.change.addCompanion')}
                  text={adding}
                  onText={setAdding}
                  without={staying}
                  onPick={(person) => set({ companions: [...companions, person] })}
                />
              </>
            )}
          </Field>
        </>
      )}
    </ChangeDrawer>
  )
}

/** Only what differs from the booking: what is not named stays. */
function guestsChange(booking: Booking, typed: Typed): ChangeInput {
  const { guest, booker, companions, persons } = typed
  const ids = companions.map((one) => one.id)
  const had = booking.companions.map((one) => one.id)
  const sameCompanions = ids.length === had.length && ids.every((id) => had.includes(id))
  const counts = (['adults', 'children', 'infants'] as const).filter(
    (kind) => persons[kind] !== booking[kind],
  )
  return {
    kind: 'guests',
    ...(guest.id === booking.guest.id ? {} : { guestId: guest.id }),
    ...((booker?.id ?? null) === (booking.booker?.id ?? null) ? {} : { bookerId: booker?.id ?? null }),
    ...(sameCompanions ? {} : { companions: ids }),
    ...Object.fromEntries(counts.map((kind) => [kind, persons[kind]])),
  }
}

type OneProps = {
  label: string
  person: Person | null
  /** What is there while nobody is chosen. */
  empty?: string
  without: readonly GuestId[]
  onPick: (person: Person) => void
  onRemove?: () => void
  autoFocus?: boolean
}

/** Who is chosen, and the field that chooses another. */
export function OnePerson({ label, person, empty, without, onPick, onRemove, autoFocus = false }: OneProps) {
  const { t } = useWords()
  const [text, setText] = useState('')
  return (
    <Field label={label}>
      {(control) => (
        <div className="k-bk-one">
          {person ? (
            <PersonChip person={person} {...(onRemove ? { onRemove } : {})} />
          ) : (
            <span className="k-quiet">{empty}</span>
          )}
          <GuestPicker
            {...control}
            autoFocus={autoFocus}
            placeholder={t(person ? 'booking.change.replace' : 'booking.new.find')}
            text={text}
            onText={setText}
            without={without}
            onPick={onPick}
          />
        </div>
      )}
    </Field>
  )
}

/** A person by name; with it the button that takes them off. */
export function PersonChip({ person, onRemove }: { person: Person; onRemove?: () => void }) {
  const { t } = useWords()
  const name = person.name || t('common.unnamedGuest')
  return (
    <span className="k-tag k-bk-person">
      <b>{name}</b>
      {person.latinName !== person.name && <span>{person.latinName}</span>}
      <TierTag tier={person.tier} />
      {onRemove && (
        <button type="button" aria-label={t('booking.change.removePerson', { name })} onClick={onRemove}>
          <CloseIcon />
        </button>
      )}
    </span>
  )
}

export function personOf({ id, nativeName, latinName, tier }: Party): Person {
  return { id, name: nativeName || latinName, latinName, tier }
}
