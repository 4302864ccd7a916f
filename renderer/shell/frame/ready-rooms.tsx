import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Mark } from '#renderer/ui/Mark.tsx'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import { TimeText } from '#renderer/ui/TimeText.tsx'
import { useKeys } from '../../base/keys/use-keys.ts'
import { useWords } from '../../base/language.ts'
import { href, paths } from '../../base/route/paths.ts'
import { go, Link } from '../../base/route/route.tsx'
import { GuestName } from '../../parts/guest/GuestName.tsx'
import { readyActs } from '../../parts/stay/acts.ts'
import { useQueue } from '../../parts/stay/use-queue.ts'

/** So many by name: what was just done keeps its place beside them. */
const named = 2

/**
 * Whose room is ready of those who wait for one, at every desk that may check them in, for as long as it is so: each is the
 * way to their check-in, and one key to that of who waits longest.
 */
export function ReadyRooms() {
  const { t } = useWords()
  const ready = useQueue().filter((one) => one.ready)
  const [first] = ready
  const { key, label } = readyActs.checkIn
  useKeys(
    { [key]: { label, run: () => first && go(href(paths.checkIn, { id: first.id })) } },
    { place: 'everywhere', on: first !== undefined },
  )
  const more = ready.length - named
  return (
    <div className="k-status-ready" role="status">
      {first && (
        <span className="k-status-item">
          <Mark of="clean" /> {t('stay.queue.ready')}
        </span>
      )}
      {ready.slice(0, named).map((one) => (
        <Link key={one.id} className="k-status-way" to={href(paths.checkIn, { id: one.id })}>
          <RoomNumber>{one.roomNumber ?? ''}</RoomNumber> <GuestName of={one} />{' '}
          <span className="k-status-since">
            {t('today.waitingSince')} <TimeText moment={one.waitingSince} />
          </span>
          {one === first && <KeyHint keys={key} />}
        </Link>
      ))}
      {more > 0 && (
        <Link className="k-status-way" to={href(paths.today, undefined, { list: 'queue' })}>
          {t('stay.queue.more', { count: more })}
        </Link>
      )}
    </div>
  )
}
