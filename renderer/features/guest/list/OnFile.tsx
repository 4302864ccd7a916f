import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { Link } from '#renderer/base/route/route.tsx'
import { useSettled } from '#renderer/ui/use-settled.ts'
import { GuestName } from '../../../parts/guest/GuestName.tsx'
import { coveredPhone } from '../../../parts/guest/match.ts'
import { askedOf, onFile, type Typed } from './on-file.ts'

/** So long nothing is typed before it is looked up. */
const SETTLED_MS = 250
/** More are no help: then the list of guests is searched. */
const MOST_SHOWN = 3

/** Who has the typed number, address or name already, to be looked at; it stops nobody from saving. */
export function OnFile({ guest }: { guest: Typed }) {
  const { t } = useWords()
  const asked = askedOf(guest)
  const found = [useFound(asked.phone), useFound(asked.email), useFound(asked.name)]
  const same = onFile(found, asked)
  return (
    <div role="status" className="g-on-file">
      {same.length > 0 && (
        <>
          <p className="k-quiet">{t('guest.new.onFile')}</p>
          <ul>
            {same.slice(0, MOST_SHOWN).map((row) => (
              <li key={row.id}>
                <Link to={href(paths.guest, { id: row.id })}>
                  <GuestName of={row} />
                </Link>{' '}
                <span className="k-quiet">{coveredPhone(row.phone)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function useFound(text: string) {
  const settled = useSettled(text, SETTLED_MS)
  const { data } = useQuery('guest.search', { text: settled, limit: 5 }, { on: settled !== '' })
  return settled === '' ? [] : (data?.rows ?? [])
}
