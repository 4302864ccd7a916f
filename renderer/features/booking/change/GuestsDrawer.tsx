import { useState } from 'react'
import { useMay } from '#renderer/base/desk.ts'
import { type Scan, useScan } from '#renderer/base/keys/scan.ts'
import { useWords } from '#renderer/base/language.ts'
import { ReadDocument } from '#renderer/parts/device/ReadDocument.tsx'
import type { Person } from '#renderer/parts/guest/person.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { countNamed } from '#shared/domain/booking/booking.ts'
import type { GuestId } from '#shared/values/index.ts'
import { GuestPicker } from '../GuestPicker.tsx'
import { OnePerson, PersonChip } from '../OnePerson.tsx'
import { type Persons, PersonsFields, personsWrong } from '../PersonsFields.tsx'
import type { Booking, Party } from '../words.ts'
import { ChangeDrawer, type ChangeInput, type ChangeProps, useChangeDraft } from './ChangeDrawer.tsx'
import { ScannedCompanion } from './ScannedCompanion.tsx'

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
  const set = draft.change
  const stayAlong = (next: Person[]) =>
    set({ companions: next, persons: personsWith(booking, persons, companions, next) })
  const add = (person: Person) => stayAlong([...companions, person])
  const canScan = useMay()('registration')
  const [scan, setScan] = useState<Scan | null>(null)
  useScan(setScan, canScan)
  const staying = [guest.id, ...companions.map((one) => one.id)]
  return (
    <>
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
            <Companions companions={companions} without={staying} onChange={stayAlong} />
            {canScan && (
              <p className="k-quiet">
                <ReadDocument onScan={setScan} /> {t('registration.scan.companionHint')}
              </p>
            )}
          </>
        )}
      </ChangeDrawer>
      {scan && (
        <ScannedCompanion
          key={scan.text}
          scan={scan}
          staying={staying}
          onAdd={add}
          onClose={() => setScan(null)}
        />
      )}
    </>
  )
}

type CompanionsProps = {
  companions: readonly Person[]
  without: readonly GuestId[]
  onChange: (companions: Person[]) => void
}

function Companions({ companions, without, onChange }: CompanionsProps) {
  const { t } = useWords()
  const [adding, setAdding] = useState('')
  return (
    <Field label={t('booking.change.companions')} hint={t('booking.change.noFolio')}>
      {(control) => (
        <>
          <ul className="k-bk-people">
            {companions.map((person) => (
              <li key={person.id}>
                <PersonChip
                  person={person}
                  onRemove={() => onChange(companions.filter((one) => one.id !== person.id))}
                />
              </li>
            ))}
          </ul>
          <GuestPicker
            {...control}
            placeholder={t('booking.change.addCompanion')}
            text={adding}
            onText={setAdding}
            without={without}
            onPick={(person) => onChange([...companions, person])}
          />
        </>
      )}
    </Field>
  )
}

/** Who joins beyond the number is one adult more, to be seen and set otherwise; taken off again, one less. */
function personsWith(
  { adults }: Booking,
  persons: Persons,
  before: readonly Person[],
  next: readonly Person[],
): Persons {
  const [had, has] = [1 + before.length, 1 + next.length]
  const allNamed = persons.adults + persons.children + persons.infants === had
  return has < had && allNamed && persons.adults > adults
    ? { ...persons, adults: persons.adults - 1 }
    : countNamed(persons, had, has)
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

function personOf({ id, name, latinName, tier }: Party): Person {
  return { id, name, latinName, tier }
}
