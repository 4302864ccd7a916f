import { useState } from 'react'
import type { Scan } from '#renderer/base/keys/scan.ts'
import type { Person } from '#renderer/parts/guest/person.ts'
import { ScannedDocument } from '#renderer/parts/registration/ScannedDocument.tsx'
import { useCompanionOffer } from '#renderer/parts/registration/use-companion-offer.tsx'
import type { GuestId } from '#shared/values/index.ts'
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
  const [guestId, setGuestId] = useState<GuestId | null>(null)
  const offer = useCompanionOffer({
    staying,
    onOwner: (person) => {
      onAdd(person)
      onClose()
    },
    onPerson: (person) => {
      if (!staying.includes(person.id)) onAdd(person)
      setGuestId(person.id)
    },
  })
  return (
    <ScannedDocument
      scan={scan}
      {...(guestId === null ? {} : { guestId })}
      offer={offer}
      beside={besideWidth}
      onClose={onClose}
    />
  )
}
