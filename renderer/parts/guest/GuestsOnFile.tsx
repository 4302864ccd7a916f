import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { GuestName } from './GuestName.tsx'
import { coveredPhone } from './match.ts'
import { type Person, personOf } from './person.ts'
import type { NewGuest } from './typed-guest.ts'
import './on-file.css'

/** Guests on file with the name or the number of the message: offered, never taken by themselves. */
export function GuestsOnFile({ guest, onPick }: { guest: NewGuest; onPick: (person: Person) => void }) {
  const { t } = useWords()
  const name = guest.nativeName || [guest.familyName, guest.givenName].filter(Boolean).join(' ')
  const byName = useQuery('guest.search', { text: name.slice(0, 80), limit: 4 }, { on: name !== '' })
  const byPhone = useQuery('guest.search', { text: guest.mobile, limit: 4 }, { on: guest.mobile !== '' })
  const rows = new Map(
    [...(byPhone.data?.rows ?? []), ...(byName.data?.rows ?? []).filter((row) => !row.similar)].map((row) => [
      row.id,
      row,
    ]),
  )
  if (rows.size === 0) return null
  return (
    <div className="k-guests-on-file">
      <p className="k-quiet">
        {t(guest.mobile === '' ? 'confirmation.guestsOfName' : 'confirmation.guests')}
      </p>
      <ul>
        {[...rows.values()].map((row) => (
          <li key={row.id}>
            <button type="button" className="k-chip" onClick={() => onPick(personOf(row))}>
              <GuestName of={row} match={row.match} /> {coveredPhone(row.phone)}{' '}
              {row.stays > 0 && t('booking.new.stays', { count: row.stays })}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
