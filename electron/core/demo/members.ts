/** Members of the demo hotel's programme: joining, stays that count, and tiers as the programme's own rules give them. */
import type { Writer } from '#db/handles.ts'
import type { Bulk } from '#db/repositories/bulk/bulk.ts'
import { saveProgramme } from '#db/repositories/loyalty/programmes.ts'
import { flag } from '#db/schema/flag.ts'
import { difference } from '#shared/domain/change/change.ts'
import { exampleProgrammes } from '#shared/domain/loyalty/examples.ts'
import type { MembershipImage, TierHeld } from '#shared/domain/loyalty/membership.ts'
import {
  type ProgrammeImage,
  type ProgrammeParameters,
  thresholdOf,
} from '#shared/domain/loyalty/programme.ts'
import { tierHistory } from '#shared/domain/loyalty/progress.ts'
import {
  type BusinessDate,
  type GuestId,
  type MembershipId,
  type ProgrammeId,
  yearOf,
} from '#shared/values/index.ts'
import type { Agenda } from './agenda.ts'
import type { Author, Diary, When } from './diary.ts'
import { createMemberBook, type MemberStay } from './member-book.ts'
import type { DateOf } from './stay.ts'

export type Programme = { id: ProgrammeId; parameters: ProgrammeParameters }

/** The demo hotel's programme: nights in a calendar year. */
export async function createProgramme(
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

/** A member who has had more tiers than the first; of all others the day of joining says everything. */
type Climber = { tiers: TierHeld[]; version: number }

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

export type MembersOptions = {
  programme: Programme
  takeover: When
  today: number
  date: DateOf
  /** How many guests there will be. */
  guests: number
}

/** When the program looks at what was posted: before the first guests are up. */
const REVIEW_AT = 4 * 3600

export function createMembers(bulk: Bulk, diary: Diary, agenda: Agenda, options: MembersOptions): Members {
  const { programme, takeover, date, today } = options
  const { parameters } = programme
  const firstId = bulk.nextId('memberships')
  let nextId = firstId
  const book = createMemberBook(options.guests, firstId)
  const climbers = new Map<MembershipId, Climber>()
  /** Members who had nights enough for a tier in some year. */
  const reached = new Set<MembershipId>()
  const first = parameters.tiers[0]?.code ?? ''
  const delay = parameters.points.postingDelayDays
  /** Nights in a year below which no tier can be reached: most members need not be looked at. */
  const least = Math.min(
    ...parameters.tiers.flatMap(({ entry }) => (entry ? (thresholdOf(entry, 'nights') ?? 1) : [])),
  )
  let takenOver = false
  let reviewYear = 0

  function tiersOf(id: MembershipId): TierHeld[] {
    const joined = { tier: first, since: date(book.joinedOn(id)), reason: 'joined', by: book.joinedBy(id) }
    return climbers.get(id)?.tiers ?? [joined]
  }

  function imageOf(id: MembershipId): MembershipImage {
    const tiers = tiersOf(id)
    const last = tiers.at(-1) as TierHeld
    return {
      guestId: book.guestOf(id),
      programmeId: programme.id,
      number: numberOf(id),
      tier: last.tier,
      tierSince: last.since,
      overridden: false,
      joinedOn: date(book.joinedOn(id)),
      tiers: Object.fromEntries(tiers.map((held, i) => [i + 1, held])),
    }
  }

  function write(
    when: When,
    author: Author,
    operation: string,
    id: MembershipId,
    before: MembershipImage | null,
  ) {
    const found = difference(before, imageOf(id))
    if (!found) return
    diary.write(when, author, operation, { entity: 'membership', entityId: id, bookingId: null, ...found })
  }

  /** The tier by the programme's rules on that day; what changed goes into the log. */
  function review(id: MembershipId, when: When): void {
    const known = tiersOf(id)
    const joinedOn = date(book.joinedOn(id))
    const steps = tierHistory(parameters, { joinedOn }, book.staysOf(id, date), date(when.day))
    if (steps.length === known.length && steps.every((step, i) => isHeld(step, known[i]))) return
    const before = imageOf(id)
    const tiers = steps.map(({ tier, from, reason }, i) => {
      const held = known[i]
      const by = held && held.tier === tier && held.since === from ? held.by : diary.night.actor
      return { tier, since: from, reason, by }
    })
    const version = (climbers.get(id)?.version ?? 1) + (takenOver ? 1 : 0)
    climbers.set(id, { tiers, version })
    if (takenOver) write(when, diary.night, 'loyalty.review', id, before)
  }

  /** After the last stays of a year are posted: who keeps a tier and who loses it. */
  function planReviews(year: number): void {
    if (year <= reviewYear) return
    reviewYear = year
    const day = dayOfYear(year + 1) + delay
    agenda.add(day, REVIEW_AT, (seconds) => {
      for (const [id, { tiers }] of climbers) if (tiers.at(-1)?.tier !== first) review(id, { day, seconds })
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
      return book.count
    },
    draw: () => {
      const id = nextId as MembershipId
      nextId += 1
      return { id, number: numberOf(id) }
    },
    enrol: ({ id }, guest, when, author) => {
      book.add(id, guest, when.day, author.actor)
      if (takenOver) write(when, author, 'loyalty.enrol', id, null)
    },
    stayed: (guest, stay) => {
      const id = book.idOf(guest)
      if (id === 0) return
      const departure = stay.arrival + stay.nights
      const counts = !stay.noShow && (stay.qualifyingRate || stay.freeNight) && !stay.group
      const nights = book.addStay(id, stay, counts, yearOf(date(departure)))
      if (nights < least) return
      reached.add(id)
      if (!takenOver) return
      const day = departure + delay
      agenda.add(day, REVIEW_AT, (seconds) => review(id, { day, seconds }))
    },
    takeOver: () => {
      for (const id of reached) review(id, takeover)
      takenOver = true
      planReviews(yearOf(date(takeover.day)))
      for (let id = firstId; id < nextId; id++) {
        write(takeover, diary.manager, 'job.startDemo', id as MembershipId, null)
      }
    },
    finish: (when) => {
      if (when.day !== today) throw new Error('members are finished on the last day')
      for (const id of reached) review(id, when)
      for (let number = firstId; number < nextId; number++) {
        const id = number as MembershipId
        writeMember(bulk, id, climbers.get(id)?.version ?? 1, imageOf(id))
      }
    },
  }
}

function numberOf(id: MembershipId): string {
  return `KR${80_000_000 + id}`
}

function isHeld(step: { tier: string; from: BusinessDate }, held: TierHeld | undefined): boolean {
  return held !== undefined && held.tier === step.tier && held.since === step.from
}

function writeMember(bulk: Bulk, id: MembershipId, version: number, image: MembershipImage): void {
  bulk.insertMembership(
    {
      id,
      guest_id: image.guestId,
      programme_id: image.programmeId,
      number: image.number,
      tier: image.tier,
      tier_since: image.tierSince,
      overridden: flag(false),
      joined_on: image.joinedOn,
      version,
    },
    Object.entries(image.tiers).map(([position, held]) => ({
      membership_id: id,
      position: Number(position),
      ...held,
    })),
  )
}
