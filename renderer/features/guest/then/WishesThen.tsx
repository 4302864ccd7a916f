import { useWords } from '#renderer/base/language.ts'
import { DateTimeText } from '#renderer/ui/DateText.tsx'
import { MemberOf, TierHeld } from '../profile/MemberLines.tsx'
import { RequestItem, RequestList } from '../profile/RequestList.tsx'
import { Part } from '../profile/SectionHead.tsx'
import { TiersHeld } from '../profile/TiersHeld.tsx'
import type { Then } from './page-then.ts'

/** What was asked for by then; a request's number leads to its booking of then. */
export function RequestsThen({ then, at }: { then: Then; at: string }) {
  const { t } = useWords()
  return (
    <Part name="requests" title={t('guest.section.requests')}>
      <RequestList
        requests={then.requests}
        older={then.bookingsLeftOut > 0}
        none={t('guest.request.none')}
        line={(request) => (
          <RequestItem key={request.id} request={request} on={then.asOf.businessDate} asOf={at} />
        )}
      />
    </Part>
  )
}

/** The notes of then. */
export function NotesThen({ guest }: { guest: Then['guest'] }) {
  const { t } = useWords()
  return (
    <Part name="notes" title={t('guest.section.notes')}>
      {guest.notes.length === 0 && <p className="k-faint">{t('guest.note.none')}</p>}
      <ul>
        {guest.notes.map(({ id, at, by, text }) => (
          <li key={id} className="g-note">
            <div className="g-small k-quiet">
              <DateTimeText moment={at} /> · {by}
            </div>
            {text}
          </li>
        ))}
      </ul>
    </Part>
  )
}

/** The tier of then and the tiers held until then, in each programme. */
export function LoyaltyThen({ memberships }: Pick<Then, 'memberships'>) {
  const { t } = useWords()
  return (
    <Part name="loyalty" title={t('guest.section.loyalty')}>
      {memberships.length === 0 && <p className="k-faint">{t('guest.loyalty.none')}</p>}
      {memberships.map((membership) => (
        <div key={membership.id} className="g-membership">
          <b>
            <TierHeld tier={membership.tier} />
          </b>
          <MemberOf membership={membership} />
          <TiersHeld steps={membership.history} />
        </div>
      ))}
    </Part>
  )
}
