import { useState } from 'react'
import { theClient } from '#renderer/api/client.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import type { Scan } from '#renderer/base/keys/scan.ts'
import { useWords } from '#renderer/base/language.ts'
import { NamesIn } from '#renderer/parts/guest/NamesIn.tsx'
import { createInput, emptyGuest } from '#renderer/parts/guest/typed-guest.ts'
import {
  type DocumentReading,
  type Offer,
  ownerName,
  ScannedDocument,
} from '#renderer/parts/registration/ScannedDocument.tsx'
import { latinName } from '#shared/domain/name/name.ts'
import type { GuestId } from '#shared/values/index.ts'
import '../confirmation/confirmation.css'
import { GuestsOnFile } from '../confirmation/GuestsOnFile.tsx'
import type { Person } from '../GuestPicker.tsx'
import { besideWidth } from './ChangeDrawer.tsx'

type Props = {
  scan: Scan
  /** Who is on the booking already, as it is typed. */
  staying: readonly GuestId[]
  onAdd: (person: Person) => void
  onClose: () => void
}

/**
 * A document scanned for somebody who stays along: the guest who has it on file is added. Where nobody has, it is put on the
 * file of a guest of that name or of a new one, beside that file.
 */
export function ScannedCompanion({ scan, staying, onAdd, onClose }: Props) {
  const { t } = useWords()
  const [guestId, setGuestId] = useState<GuestId | null>(null)
  const create = useCommand('guest.create')
  const addOwner = async ({
    guestId: id,
    guestName,
    guestLatinName,
  }: NonNullable<DocumentReading['owner']>) => {
    const card = await theClient().call('house.guestCard', { guestId: id })
    const tier = card.ok ? card.output.tier : null
    onAdd({ id, name: guestName, latinName: guestLatinName, tier })
    onClose()
  }
  const addAndCompare = (person: Person) => {
    if (!staying.includes(person.id)) onAdd(person)
    setGuestId(person.id)
  }
  const offer = ({ read, owner }: DocumentReading): Offer => {
    if (owner) {
      const name = ownerName(owner)
      if (staying.includes(owner.guestId))
        return {
          children: (
            <p role="status">
              <NamesIn
                text={t('registration.scan.staysAlready', { name })}
                names={[{ guestId: owner.guestId, text: name }]}
              />
            </p>
          ),
        }
      return {
        submit: { label: t('registration.scan.addCompanion', { name }), run: () => void addOwner(owner) },
      }
    }
    // A visa is in somebody's passport: that is the document to scan
    if (read.kind === null) return {}
    const { nativeName, familyName, givenName } = read
    const guest = { ...emptyGuest, nativeName, familyName, givenName }
    const latin = latinName(guest)
    const name = nativeName || latin
    const make = async () => {
      const reply = await create.run(createInput(guest))
      if (reply.ok) addAndCompare({ id: reply.output.id, name, latinName: latin, tier: null })
    }
    return {
      ...(name === ''
        ? {}
        : {
            submit: {
              label: t('registration.scan.newCompanion', { name }),
              run: () => void make(),
              pending: create.pending,
            },
          }),
      children: (
        <>
          <p role="status">{t('registration.scan.nobody')}</p>
          <GuestsOnFile guest={guest} onPick={addAndCompare} />
          {create.trouble && (
            <p className="k-trouble-line" role="alert">
              {create.trouble}
            </p>
          )}
        </>
      ),
    }
  }
  return (
    <ScannedDocument
      key={guestId}
      scan={scan}
      {...(guestId === null ? {} : { guestId })}
      offer={offer}
      beside={besideWidth}
      onClose={onClose}
    />
  )
}
