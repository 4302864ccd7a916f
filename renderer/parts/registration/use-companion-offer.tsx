import { theClient } from '#renderer/api/client.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useWords } from '#renderer/base/language.ts'
import { GuestsOnFile } from '#renderer/parts/guest/GuestsOnFile.tsx'
import { NamesIn } from '#renderer/parts/guest/NamesIn.tsx'
import type { Person } from '#renderer/parts/guest/person.ts'
import { createInput, emptyGuest } from '#renderer/parts/guest/typed-guest.ts'
import { latinName } from '#shared/domain/name/name.ts'
import type { GuestId } from '#shared/values/index.ts'
import { type DocumentReading, type Offer, ownerName } from './ScannedDocument.tsx'

type Props = {
  /** Who is on the booking already. */
  staying: readonly GuestId[]
  /** Who has the document on file joins. */
  onOwner: (person: Person) => void
  /** A guest of that name, or a new one, joins, and the document is to be put on that file. */
  onPerson: (person: Person) => void
}

/** What is done with a document of somebody who stays along and is not named yet. */
export function useCompanionOffer({ staying, onOwner, onPerson }: Props): (found: DocumentReading) => Offer {
  const { t } = useWords()
  const create = useCommand('guest.create')
  const addOwner = async (owner: NonNullable<DocumentReading['owner']>) => {
    const card = await theClient().call('house.guestCard', { guestId: owner.guestId })
    const tier = card.ok ? card.output.tier : null
    onOwner({ id: owner.guestId, name: owner.guestName, latinName: owner.guestLatinName, tier })
  }
  return ({ read, owner }) => {
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
      if (reply.ok) onPerson({ id: reply.output.id, name, latinName: latin, tier: null })
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
          <GuestsOnFile guest={guest} onPick={onPerson} />
          {create.trouble && (
            <p className="k-trouble-line" role="alert">
              {create.trouble}
            </p>
          )}
        </>
      ),
    }
  }
}
