import { randomInt } from 'node:crypto'
import type { Writer } from '#db/handles.ts'
import { readRoles } from '#db/queries/guest/roles.ts'
import { guestExists } from '#db/repositories/guest/repository.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import { membershipWithNumber } from '#db/repositories/loyalty/memberships.ts'
import { loadProgramme } from '#db/repositories/loyalty/programmes.ts'
import { entryPeriod, qualifyingCounters, tierFor } from '#shared/domain/loyalty/counting.ts'
import type { MembershipImage } from '#shared/domain/loyalty/membership.ts'
import { type LoyaltyStay, type ProgrammeParameters, parametersOf } from '#shared/domain/loyalty/programme.ts'
import { loyaltyStays } from '#shared/domain/loyalty/stays.ts'
import { passesLuhn } from '#shared/domain/privacy/card-number.ts'
import { type BusinessDate, ok, refuse } from '#shared/values/index.ts'
import { create, edit } from '../kernel/aggregate.ts'
import type { Context } from '../kernel/context.ts'
import { writes } from '../kernel/handler.ts'
import { membershipAggregate } from './membership-aggregate.ts'

/**
 * Makes a guest a member from the business date on, in the tier that the stays of the period running now already
 * reach. The number is drawn (seven digits and a Luhn check digit) when none is given.
 */
export const enrol = writes('loyalty.enrol', async (tx, ctx, input) => {
  const { guestId, programmeId } = input
  if (!(await guestExists(tx, guestId))) return refuse('GUEST_UNKNOWN', { id: guestId })
  const programme = await loadProgramme(tx, programmeId)
  if (!programme?.image.active) return refuse('PROGRAMME_UNKNOWN', { id: programmeId })
  const stays = loyaltyStays(await readRoles(tx, guestId))
  const tiers = entryTiers(parametersOf(programme.image), stays, ctx)
  const image: MembershipImage = {
    guestId,
    programmeId,
    number: input.number ?? (await drawNumber(tx)),
    tier: tiers.at(-1)?.tier ?? '',
    tierSince: ctx.businessDate,
    overridden: false,
    joinedOn: ctx.businessDate,
    tiers: Object.fromEntries(tiers.map((held, i) => [i + 1, held])),
  }
  return create(tx, ctx, membershipAggregate, await nextId(tx, 'memberships'), image)
})

/** Gives a member another tier by hand; from then on the tier is marked as given. */
export const setTier = writes('loyalty.setTier', async (tx, ctx, input) =>
  edit(tx, ctx, membershipAggregate, input.id, input.version, async (membership) => {
    const programme = await loadProgramme(tx, membership.programmeId)
    const tiers = programme ? parametersOf(programme.image).tiers : []
    if (!tiers.some(({ code }) => code === input.tier)) return refuse('TIER_UNKNOWN', { tier: input.tier })
    if (membership.tier === input.tier && membership.overridden) return ok(membership)
    const position = Math.max(0, ...Object.keys(membership.tiers).map(Number)) + 1
    const held = { tier: input.tier, since: ctx.businessDate, reason: input.reason, by: ctx.actor }
    return ok({
      ...membership,
      tier: input.tier,
      tierSince: ctx.businessDate,
      overridden: true,
      tiers: { ...membership.tiers, [position]: held },
    })
  }),
)

/** The first tier, and the one that stays before joining already reach. */
function entryTiers(parameters: ProgrammeParameters, stays: readonly LoyaltyStay[], ctx: Context) {
  const since: BusinessDate = ctx.businessDate
  const first = parameters.tiers[0]?.code ?? ''
  const joined = { tier: first, since, reason: 'joined', by: ctx.actor }
  const counted = qualifyingCounters(parameters, stays, entryPeriod(parameters, since))
  const reached = tierFor(parameters, counted).code
  return reached === first ? [joined] : [joined, { tier: reached, since, reason: 'entry', by: ctx.actor }]
}

/** A number that nobody has: drawn, not counted, so that one number does not tell the next; above all confirmation numbers. */
async function drawNumber(tx: Writer): Promise<string> {
  for (;;) {
    const seven = String(randomInt(6_000_000, 10_000_000))
    const check = [...'0123456789'].find((digit) => passesLuhn(seven + digit)) ?? '0'
    const number = seven + check
    if ((await membershipWithNumber(tx, number)) === null) return number
  }
}
