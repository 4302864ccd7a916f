import type { ReactNode } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import { countryName, inLanguage } from '#renderer/parts/guest/words.ts'
import type { Profile } from './editing.tsx'

type Tier = { nameEn: string; nameZh: string }
type Props = {
  guest: Omit<Profile['guest'], 'segmentTags'>
  memberships: readonly { id: number; tier: Tier }[]
  children?: ReactNode
}

/** Who a guest is, of which tier and from where. */
export function WhoLine({ guest, memberships, children }: Props) {
  const { t, language, locale } = useWords()
  return (
    <div className="g-head-who">
      <h1>
        <GuestName of={guest} />
      </h1>
      {guest.salutation && <span className="k-quiet">{t(`guest.salutation.${guest.salutation}`)}</span>}
      {memberships.map((membership) => (
        <span key={membership.id} className="g-tier">
          {inLanguage(membership.tier, language)}
        </span>
      ))}
      {guest.nationality && <span className="k-quiet">{countryName(guest.nationality, locale)}</span>}
      {children}
    </div>
  )
}
