/** Members of the demo hotel's programme: joining, stays that count, and tiers as the programme's own rules give them. */
import type { Writer } from '#db/dialect/connection.ts'
import type { Bulk } from '#db/repositories/bulk.ts'
import type { MembershipImage, TierHeld } from '#db/repositories/memberships.ts'
import { type ProgrammeImage, saveProgramme } from '#db/repositories/programmes.ts'
import { flag } from '#db/schema/flag.ts'
import { difference } from '#shared/domain/change.ts'
import { type LoyaltyStay, type ProgrammeParameters, thresholdOf } from '#shared/domain/loyalty.ts'
import { exampleProgrammes } from '#shared/domain/loyalty-examples.ts'
import { tierHistory } from '#shared/domain/loyalty-progress.ts'
import {
  type BusinessDate,
  type GuestId,
  type MembershipId,
  type ProgrammeId,
  yearOf,
} from '#shared/values/index.ts'
import type { Agenda } from './agenda.ts'
import type { Author, Diary, When } from './diary.ts'
import type { DateOf } from './stay.ts'

export type Programme = { id: ProgrammeId; parameters: ProgrammeParameters }

/** The demo hotel's programme: nights in a calendar year. */
export async function foundProgramme(
  tx: Writer,
  bulk: Bulk,
  made: (id: ProgrammeId, image: ProgrammeImage) => void,
): Promise<Programme> {
  const example = exampleProgrammes[0]
  if (!example) throw new Error('there is no example programme')
  const id = bulk.nextId('programmes') as ProgrammeId
  const image: ProgrammeImage = {
    ...example,
    parameters: example.parameters as unknown as ProgrammeImage['parameters'],
    active: true,
  }
  await saveProgramme(tx, id, null, image)
  made(id, image)
  return { id, parameters: example.parameters }
}

export type MemberStay = {
  arrival: number
  nights: number
  revenueMinor: number
  noShow: boolean
  qualifyingRate: boolean
  paidByGuest: boolean
  freeNight: boolean
  group: boolean
}

type Member = {
  id: MembershipId
  guest: GuestId
  number: string
  joinedOn: number
  /** Three numbers a stay (see `packed`): a million stays are kept. */
  stays: number[]
  tiers: TierHeld[]
  /** Qualifying nights of the calendar year counted last, and whether they ever were enough for a tier. */
  year: number
  nights: number
  reached: boolean
  version: number
}

export type Members = {
  readonly count: number
  /** Number of a membership about to be made: the guest is found by it. */
  draw: () => { id: MembershipId; number: string }
  enrol: (drawn: { id: MembershipId; number: string }, guest: GuestId, when: When, author: Author) => void
  /** A stay ended; it counts some days later. */
  stayed: (guest: GuestId, stay: MemberStay) => void
  /** Tells the log of those who were members before it began. */
  takeOver: () => void
  /** Looks at every tier once more and writes all rows. */
  finish: (when: When) => void
}

export type MembersOptions = { programme: Programme; takeover: When; today: number; date: DateOf }

/** Arrival, nights with four flags, revenue. The programme counts all channels alike, so that none is kept. */
function packed(stay: MemberStay): [number, number, number] {
  const flags =
    (stay.noShow ? 1 : 0) +
    (stay.qualifyingRate ? 2 : 0) +
    (stay.paidByGuest ? 4 : 0) +
    (stay.freeNight ? 8 : 0) +
    (stay.group ? 16 : 0)
  return [stay.arrival, stay.nights * 32 + flags, stay.revenueMinor]
}

/** When the program looks at what was posted: before the first guests are up. */
const REVIEW_AT = 4 * 3600

export function createMembers(bulk: Bulk, diary: Diary, agenda: Agenda, options: MembersOptions): Members {
  const { programme, takeover, date, today } = options
  const { parameters } = programme
  const members = new Map<GuestId, Member>()
  const first = parameters.tiers[0]?.code ?? ''
  const delay = parameters.points.postingDelayDays
  /** Nights in a year below which no tier can be reached: most members need not be looked at. */
  const least = Math.min(
    ...parameters.tiers.flatMap(({ entry }) => (entry ? (thresholdOf(entry, 'nights') ?? 1) : [])),
  )
  let takenOver = false
  let reviewYear = 0

  function imageOf(member: Member): MembershipImage {
    const last = member.tiers.at(-1) as TierHeld
    return {
      guestId: member.guest,
      programmeId: programme.id,
      number: member.number,
      tier: last.tier,
      tierSince: last.since,
      overridden: false,
      joinedOn: date(member.joinedOn),
      tiers: Object.fromEntries(member.tiers.map((held, i) => [i + 1, held])),
    }
  }

  function write(
    when: When,
    author: Author,
    operation: string,
    member: Member,
    before: MembershipImage | null,
  ) {
    const after = imageOf(member)
    const found = difference(before, after)
    if (!found) return
    const entry = { entity: 'membership', entityId: member.id, bookingId: null, ...found }
    diary.write(when, author, operation, entry)
  }

  /** The tier by the programme's rules on that day; what changed goes into the log. */
  function review(member: Member, when: When): void {
    const before = imageOf(member)
    const joinedOn = date(member.joinedOn)
    const steps = tierHistory(parameters, { joinedOn }, staysOf(member), date(when.day))
    const same =
      steps.length === member.tiers.length && steps.every((step, i) => isHeld(step, member.tiers[i]))
    if (same) return
    member.tiers = steps.map(({ tier, from, reason }, i) => {
      const known = member.tiers[i]
      const by = known && known.tier === tier && known.since === from ? known.by : diary.night.actor
      return { tier, since: from, reason, by }
    })
    if (!takenOver) return
    member.version += 1
    write(when, diary.night, 'loyalty.review', member, before)
  }

  function staysOf(member: Member): LoyaltyStay[] {
    const stays: LoyaltyStay[] = []
    for (let i = 0; i < member.stays.length; i += 3) {
      const [arrival = 0, rest = 0, revenue = 0] = member.stays.slice(i, i + 3)
      const nights = rest >> 5
      stays.push({
        arrival: date(arrival),
        departure: date(arrival + nights),
        nights,
        roomRevenueMinor: revenue,
        totalRevenueMinor: revenue,
        status: (rest & 1) > 0 ? 'no-show' : 'checked-out',
        channel: 'direct',
        qualifyingRate: (rest & 2) > 0,
        paidByGuest: (rest & 4) > 0,
        freeNight: (rest & 8) > 0,
        group: (rest & 16) > 0,
        roomOfStay: 1,
      })
    }
    return stays
  }

  /** After the last stays of a year are posted: who keeps a tier and who loses it. */
  function planReviews(year: number): void {
    if (year <= reviewYear) return
    reviewYear = year
    const day = dayOfYear(year + 1) + delay
    agenda.add(day, REVIEW_AT, (seconds) => {
      for (const member of members.values()) {
        if (member.tiers.at(-1)?.tier !== first) review(member, { day, seconds })
      }
      planReviews(year + 1)
    })
  }

  function dayOfYear(year: number): number {
    let day = Math.round((year - 1970) * 365.2425)
    while (yearOf(date(day)) < year) day++
    while (yearOf(date(day - 1)) >= year) day--
    return day
  }

  return {
    get count() {
      return members.size
    },
    draw: () => {
      const id = bulk.nextId('memberships') as MembershipId
      return { id, number: `KR${80_000_000 + id}` }
    },
    enrol: ({ id, number }, guest, when, author) => {
      const joined: TierHeld = { tier: first, since: date(when.day), reason: 'joined', by: author.actor }
      const member: Member = {
        id,
        guest,
        number,
        joinedOn: when.day,
        stays: [],
        tiers: [joined],
        year: 0,
        nights: 0,
        reached: false,
        version: 1,
      }
      members.set(guest, member)
      if (takenOver) write(when, author, 'loyalty.enrol', member, null)
    },
    stayed: (guest, stay) => {
      const member = members.get(guest)
      if (!member) return
      member.stays.push(...packed(stay))
      if (stay.noShow || !(stay.qualifyingRate || stay.freeNight) || stay.group) return
      const departure = stay.arrival + stay.nights
      const year = yearOf(date(departure))
      member.nights = (year === member.year ? member.nights : 0) + stay.nights
      member.year = year
      if (member.nights < least) return
      member.reached = true
      if (!takenOver) return
      const day = departure + delay
      agenda.add(day, REVIEW_AT, (seconds) => review(member, { day, seconds }))
    },
    takeOver: () => {
      for (const member of members.values()) {
        if (member.reached) review(member, takeover)
      }
      takenOver = true
      planReviews(yearOf(date(takeover.day)))
      for (const member of members.values()) {
        member.version = 1
        write(takeover, diary.manager, 'job.startDemo', member, null)
      }
    },
    finish: (when) => {
      for (const member of members.values()) {
        if (member.reached) review(member, when)
        writeMember(bulk, member, imageOf(member))
      }
      if (when.day !== today) throw new Error('members are finished on the last day')
    },
  }
}

function isHeld(step: { tier: string; from: BusinessDate }, held: TierHeld | undefined): boolean {
  return held !== undefined && held.tier === step.tier && held.since === step.from
}

function writeMember(bulk: Bulk, member: Member, image: MembershipImage): void {
  bulk.insertMembership(
    {
      id: member.id,
      guest_id: member.guest,
      programme_id: image.programmeId,
      number: image.number,
      tier: image.tier,
      tier_since: image.tierSince,
      overridden: flag(false),
      joined_on: image.joinedOn,
      version: member.version,
    },
    Object.entries(image.tiers).map(([position, held]) => ({
      membership_id: member.id,
      position: Number(position),
      ...held,
    })),
  )
}
