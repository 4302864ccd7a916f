import { useTierName } from './tier-names.tsx'

/** A member's tier by its name in the language on screen; nothing for anyone who is not a member. */
export function TierTag({ tier }: { tier: string | null }) {
  return tier === null ? null : <Named tier={tier} />
}

function Named({ tier }: { tier: string }) {
  const name = useTierName(tier)
  return (
    <span className="k-tag k-tier">
      <span className="k-cut">{name}</span>
    </span>
  )
}
