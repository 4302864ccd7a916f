import { Radio } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import type { Scan } from '#renderer/base/keys/scan.ts'
import { useWords } from '#renderer/base/language.ts'
import { GuestSelect, type PickedGuest } from '#renderer/parts/guest/GuestSelect.tsx'
import { nameText } from '#renderer/parts/guest/names.ts'
import { type Offer, ScannedDocument } from '#renderer/parts/registration/ScannedDocument.tsx'
import { useCompanionOffer } from '#renderer/parts/registration/use-companion-offer.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { countNamed } from '#shared/domain/booking/booking.ts'
import { proposeBearer } from '#shared/domain/registration/whose-document.ts'
import type { GuestId } from '#shared/values/index.ts'

type Booking = OutputOf<'booking.get'>
type Persons = OutputOf<'stay.reviewCheckIn'>['persons']
/** One in the room, somebody on file who is to be found, or one more who stays along. */
type Whose = GuestId | 'file' | 'new'

type Props = {
  scan: Scan
  booking: Booking
  persons: Persons
  /** Counted and not named. */
  unnamed: number
  onClose: () => void
}

/**
 * A document at a check-in of several: whose it is is proposed, and the clerk says otherwise by the arrow keys. It is compared
 * with that guest; somebody on file or a new guest joins the booking first.
 */
export function ScannedPerson({ scan, booking, persons, unnamed, onClose }: Props) {
  const found = useQuery(
    'registration.readDocument',
    { text: scan.text },
    { on: scan.trouble === null && scan.text !== '' },
  ).data
  const [chosen, setChosen] = useState<Whose | null>(null)
  const change = useGuestsChange(booking, setChosen)
  const proposed = found ? proposeBearer(found.read, found.owner?.guestId ?? null, persons, unnamed) : null
  const whose = chosen ?? proposed
  const staying = [booking.guest.id, ...booking.companions.map(({ id }) => id)]
  const join = ({ id }: { id: GuestId }) => void change.join(id)
  const companion = useCompanionOffer({ staying, onOwner: join, onPerson: join })
  const onFile = useFileOffer({ persons, booking, unnamed, join, change, chooses: whose === 'file' })
  const guestId = typeof whose === 'number' ? whose : undefined
  return (
    <ScannedDocument
      scan={scan}
      {...(guestId === undefined
        ? { offer: whose === 'new' ? companion : onFile, trouble: change.trouble }
        : {
            guestId,
            other: {
              take: (owner: GuestId) => void change.take(owner, guestId),
              pending: change.pending,
              trouble: change.trouble,
            },
          })}
      head={whose !== null && <WhoseChoice whose={whose} persons={persons} onChoose={setChosen} />}
      onClose={onClose}
    />
  )
}

type Change = ReturnType<typeof useGuestsChange>

/** Somebody takes another's place on the booking, or stays along; who is on it already is only compared. */
function useGuestsChange(booking: Booking, onDone: (id: GuestId) => void) {
  const change = useCommand('booking.changeGuests')
  const { id, version, guest } = booking
  const companions = booking.companions.map((one) => one.id)
  const isThere = (one: GuestId) => one === guest.id || companions.includes(one)
  const put = async (one: GuestId, who: object) => {
    if (!isThere(one)) {
      const reply = await change.run({ id, version, ...who })
      if (!reply.ok) return
    }
    onDone(one)
  }
  const named = 1 + companions.length
  const { adults } = countNamed(booking, named, named + 1)
  return {
    take: (one: GuestId, instead: GuestId) =>
      put(
        one,
        instead === guest.id
          ? { guestId: one }
          : { companions: companions.map((other) => (other === instead ? one : other)) },
      ),
    join: (one: GuestId) =>
      put(one, { companions: [...companions, one], ...(adults === booking.adults ? {} : { adults }) }),
    pending: change.pending,
    trouble: change.trouble,
  }
}

type FileProps = {
  persons: Persons
  booking: Booking
  unnamed: number
  join: (guest: { id: GuestId }) => void
  change: Change
  chooses: boolean
}

/** Somebody on file, found by name: in the place of the first of whom something is missing, or along with all. */
function useFileOffer({ persons, booking, unnamed, join, change, chooses }: FileProps): () => Offer {
  const { t, language } = useWords()
  const [picked, setPicked] = useState<PickedGuest | null>(null)
  if (!chooses) return () => ({})
  const first = persons.find(({ missing }) => missing.length > 0) ?? persons[0]
  const instead = first ?? {
    id: booking.guest.id,
    name: booking.guest.name,
    latinName: booking.guest.latinName,
  }
  const ways = picked && [
    {
      label: t('registration.scan.addCompanion', { name: picked.name }),
      run: () => join(picked),
    },
    {
      label: t('registration.scan.takeInstead', {
        name: picked.name,
        instead: nameText(instead, language, t),
      }),
      run: () => void change.take(picked.id, instead.id),
    },
  ]
  // Where somebody is counted and not named, it is most likely them
  const [main, other] = ways ? (unnamed > 0 ? ways : ways.toReversed()) : []
  return () => ({
    ...(main ? { submit: { ...main, pending: change.pending } } : {}),
    children: (
      <>
        <Field label={t('registration.scan.onFileFind')}>
          {(control) => <GuestSelect {...control} value={picked} onChange={setPicked} />}
        </Field>
        {other && (
          <p>
            <Button disabled={change.pending} onClick={other.run}>
              {other.label}
            </Button>
          </p>
        )}
      </>
    ),
  })
}

type ChoiceProps = { whose: Whose; persons: Persons; onChoose: (whose: Whose) => void }

/** Whose document it is; the arrow keys choose, and the focus is there at once. */
function WhoseChoice({ whose, persons, onChoose }: ChoiceProps) {
  const { t, language } = useWords()
  const box = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('input:checked')?.focus()
  }, [])
  const listed = typeof whose !== 'number' || persons.some(({ id }) => id === whose)
  return (
    <fieldset ref={box} className="scan-whose">
      <legend>{t('registration.scan.whose')}</legend>
      <Radio.Group vertical value={whose} onChange={({ target }) => onChoose(target.value as Whose)}>
        {persons.map((person) => (
          <Radio key={person.id} value={person.id}>
            {nameText(person, language, t)}
          </Radio>
        ))}
        {/* Joined, and not read again yet */}
        {!listed && <Radio value={whose}>{t('registration.scan.whoseJoined')}</Radio>}
        <Radio value="file">{t('registration.scan.whoseFile')}</Radio>
        <Radio value="new">{t('registration.scan.whoseNew')}</Radio>
      </Radio.Group>
    </fieldset>
  )
}
