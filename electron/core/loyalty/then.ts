import type { Reader } from '#db/handles.ts'
import { type ChangeRow, readChangesOfThings } from '#db/queries/change/changes.ts'
import { readFormer } from '#db/queries/change/former.ts'
import type { NameOf } from '#db/queries/change/labels.ts'
import { readMemberships } from '#db/repositories/loyalty/memberships.ts'
import { readProgrammes } from '#db/repositories/loyalty/programmes.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type { MembershipImage } from '#shared/domain/loyalty/membership.ts'
import { parametersOf } from '#shared/domain/loyalty/programme.ts'
import type { GuestId, MembershipId } from '#shared/values/index.ts'
import { isAfter, thenOfEach } from '../change/public.ts'

type View = OutputOf<'guest.asOf'>['memberships'][number]
/** A membership as it was, and how often it was written by then. */
export type MembershipThen = { id: MembershipId; image: MembershipImage; version: number }

/** The memberships that a guest had then, the oldest first, also one that is another guest's by now or is deleted; with their changes and those made since. */
export async function membershipsThen(
  db: Reader,
  guestId: GuestId,
  at: string,
): Promise<{ memberships: MembershipThen[]; unreadable: number[]; changes: ChangeRow[] }> {
  const now = new Map((await readMemberships(db, guestId)).map(({ id, image }) => [id as number, image]))
  const ids = new Set([...now.keys(), ...(await readFormer(db, guestId)).memberships])
  if (ids.size === 0) return { memberships: [], unreadable: [], changes: [] }
  const rows = await readChangesOfThings(db, 'membership', [...ids])
  const { images, unreadable } = thenOfEach(rows, at, now)
  const memberships = [...images].flatMap(([id, { image, version }]) => {
    // What was erased
    const whole = { number: '', tiers: {}, ...image } as MembershipImage
    return whole.guestId === guestId ? [{ id: id as MembershipId, image: whole, version }] : []
  })
  const own = new Set<number>(memberships.map(({ id }) => id))
  return {
    memberships: memberships.sort((a, b) => a.id - b.id),
    unreadable,
    changes: rows.filter((row) => own.has(row.entity_id) || isAfter(row, at)),
  }
}

/** The tier that a guest had then in the first programme in use, the one that lists and bookings of now show; null for no member. */
export async function tierThen(db: Reader, guestId: GuestId, at: string): Promise<string | null> {
  const { memberships } = await membershipsThen(db, guestId, at)
  if (memberships.length === 0) return null
  const inUse = new Set((await readProgrammes(db)).flatMap(({ id, image }) => (image.active ? [id] : [])))
  const [first] = memberships
    .map(({ image }) => image)
    .filter(({ programmeId }) => inUse.has(programmeId))
    .sort((a, b) => a.programmeId - b.programmeId)
  return first?.tier ?? null
}

/** Memberships of then as pages read them; programmes and tiers are called what they are called now. */
export async function membershipViews(
  db: Reader,
  memberships: readonly MembershipThen[],
  nameOf: NameOf,
): Promise<View[]> {
  if (memberships.length === 0) return []
  const programmes = new Map((await readProgrammes(db)).map((programme) => [programme.id, programme.image]))
  return memberships.map(({ id, image, version }) => {
    const programme = programmes.get(image.programmeId)
    const tiers = programme ? parametersOf(programme).tiers : []
    const namesOf = (code: string) => {
      const tier = tiers.find((one) => one.code === code)
      return { nameEn: tier?.nameEn ?? code, nameZh: tier?.nameZh ?? code }
    }
    return {
      id,
      version,
      number: image.number,
      programmeId: image.programmeId,
      programmeNameEn: programme?.nameEn ?? '',
      programmeNameZh: programme?.nameZh ?? '',
      joinedOn: image.joinedOn,
      tier: {
        code: image.tier,
        ...namesOf(image.tier),
        since: image.tierSince,
        overridden: image.overridden,
      },
      history: Object.values(image.tiers).map(({ since, by, ...step }) => ({
        ...step,
        ...namesOf(step.tier),
        from: since,
        by: nameOf(by),
      })),
    }
  })
}
