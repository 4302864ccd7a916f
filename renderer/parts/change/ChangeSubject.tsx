import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { Link } from '#renderer/base/route/route.tsx'
import { GuestName } from '../guest/GuestName.tsx'
import { requestWords } from '../request/request-text.ts'
import type { Change } from './describe-change.ts'

type Props = {
  change: Change
  /** The row of the same command above it: what that says is not said again. */
  first?: Change | undefined
  /** The guest on whose profile it is: not named again. */
  on?: number
  /** The earlier moment on screen: what it leads to is as of then, too. */
  asOf?: string | undefined
}

/** What was changed: its kind and what it is called, as a link where it has a screen, and the guest whom it is for. */
export function ChangeSubject({ change, first, on, asOf }: Props) {
  const { t } = useWords()
  // Who signed in is the row's actor already
  if (change.entity === 'access' && change.label === change.actor) return null
  if (change.entity === 'guest' && change.entityId === on) return null
  const { whom, wish, label } = change
  const isNamed = first !== undefined && first.whom?.guestId === whom?.guestId
  const what = wish ? requestWords(wish, t) : t(`change.kind.${change.entity}`)
  const address = addressOf(change, asOf)
  return (
    <span className="k-change-subject">
      {what}
      {!(isNamed && first.label === label) && (
        <> {address ? <Link to={address}>{label || change.entityId}</Link> : label}</>
      )}
      {whom && !isNamed && whom.guestId !== on && (
        <>
          {' '}
          <Link to={href(paths.guest, { id: whom.guestId }, { asOf })}>
            <GuestName of={{ ...whom, latinName: '' }} />
          </Link>
        </>
      )}
    </span>
  )
}

function addressOf({ entity, entityId, label, after }: Change, asOf: string | undefined): string | null {
  if (label === '' && after === null) return null
  if (entity === 'guest') return href(paths.guest, { id: entityId }, { asOf })
  if (entity === 'booking') return href(paths.booking, { id: entityId }, { asOf })
  // There it is taken back.
  if (entity === 'import-batch') return href(paths.import, undefined, { batch: entityId })
  return null
}
