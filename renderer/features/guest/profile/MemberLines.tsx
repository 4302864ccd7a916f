import { useWords } from '#renderer/base/language.ts'
import { formatDate } from '#renderer/ui/format.ts'
import { inLanguage } from '../../../parts/guest/words.ts'
import type { Profile } from './editing.tsx'

type Membership = Profile['memberships'][number]

/** The tier that a member holds, since when, and whether somebody gave it by hand. */
export function TierHeld({ tier }: { tier: Omit<Membership['tier'], 'reviewOn'> }) {
  const { t, language, locale } = useWords()
  return (
    <>
      {inLanguage(tier, language)}{' '}
      <span className="k-quiet g-plain">
        {t('guest.loyalty.since', { date: formatDate(tier.since, locale, 'plain') })}
        {tier.overridden && ` · ${t('guest.loyalty.byHand')}`}
      </span>
    </>
  )
}

/** The programme, the card's number, and since when the guest is a member. */
export function MemberOf({
  membership,
}: {
  membership: Pick<Membership, 'programmeNameEn' | 'programmeNameZh' | 'number' | 'joinedOn'>
}) {
  const { t, language, locale } = useWords()
  const { programmeNameEn: nameEn, programmeNameZh: nameZh } = membership
  return (
    <p className="k-quiet g-small">
      {inLanguage({ nameEn, nameZh }, language)} · <span className="k-code">{membership.number}</span> ·{' '}
      {t('guest.loyalty.joined', { date: formatDate(membership.joinedOn, locale, 'plain') })}
    </p>
  )
}
