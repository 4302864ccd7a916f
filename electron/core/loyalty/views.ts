import type { Reader } from '#db/handles.ts'
import type { NameOf } from '#db/queries/change/labels.ts'
import { type Membership, readMemberships } from '#db/repositories/loyalty/memberships.ts'
import { type Programme, readProgrammes } from '#db/repositories/loyalty/programmes.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type { BookingInRole } from '#shared/domain/booking/in-role.ts'
import { type LoyaltyStay, parametersOf, ruleReasons, waysOf } from '#shared/domain/loyalty/programme.ts'
import { progress } from '#shared/domain/loyalty/progress.ts'
import { loyaltyStays } from '#shared/domain/loyalty/stays.ts'
import type { BusinessDate, GuestId } from '#shared/values/index.ts'

type MembershipView = OutputOf<'guest.profile'>['memberships'][number]

const byRule: ReadonlySet<string> = new Set(ruleReasons)

/** A guest's memberships: the tier on file, what was counted in the period running now, the way to the next tier. `roles`: readRoles. */
export async function guestMemberships(
  db: Reader,
  guestId: GuestId,
  roles: readonly BookingInRole[],
  businessDate: BusinessDate,
  nameOf: NameOf,
): Promise<MembershipView[]> {
  const memberships = await readMemberships(db, guestId)
  if (memberships.length === 0) return []
  const programmes = await readProgrammes(db)
  const stays = loyaltyStays(roles)
  return memberships.flatMap((membership) => {
    const programme = programmes.find(({ id }) => id === membership.image.programmeId)
    return programme ? [viewOf(membership, programme, stays, businessDate, nameOf)] : []
  })
}

function viewOf(
  { id, version, image }: Membership,
  programme: Programme,
  stays: readonly LoyaltyStay[],
  businessDate: BusinessDate,
  nameOf: NameOf,
): MembershipView {
  const parameters = parametersOf(programme.image)
  const held = Object.values(image.tiers)
  // A tier that only the stays before joining reach counts as given: those since then do not explain it
  const grants = held
    .filter(({ reason }) => reason === 'entry' || !byRule.has(reason))
    .map(({ tier, since }) => ({ tier, on: since, until: null }))
  const now = progress(parameters, { joinedOn: image.joinedOn, grants }, stays, businessDate)
  const rank = parameters.tiers.findIndex(({ code }) => code === image.tier)
  const tier = parameters.tiers[rank]
  const above = rank < 0 ? undefined : parameters.tiers[rank + 1]
  const { nights, stays: counted, spend, points } = now.counted
  return {
    id,
    version,
    number: image.number,
    programmeId: programme.id,
    programmeNameEn: programme.image.nameEn,
    programmeNameZh: programme.image.nameZh,
    joinedOn: image.joinedOn,
    tier: {
      code: image.tier,
      nameEn: tier?.nameEn ?? image.tier,
      nameZh: tier?.nameZh ?? image.tier,
      since: image.tierSince,
      overridden: image.overridden,
      reviewOn: now.tier.code === image.tier ? now.reviewOn : null,
    },
    period: now.period,
    counted: { nights, stays: counted, spend, points },
    next: above?.entry
      ? {
          code: above.code,
          nameEn: above.nameEn,
          nameZh: above.nameZh,
          ways: waysOf(above.entry, now.counted),
        }
      : null,
    history: held.map(({ since, by, ...step }) => ({ ...step, from: since, by: nameOf(by) })),
  }
}
