/**
 * Members and their stays in flat arrays: a hotel of a million guests has two hundred thousand members with a million
 * stays, of whom few ever leave the first tier. Days are day numbers.
 */
import type { LoyaltyStay } from '#shared/domain/loyalty/programme.ts'
import type { GuestId, MembershipId } from '#shared/values/index.ts'
import type { DateOf } from './stay.ts'

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

export type MemberBook = {
  readonly count: number
  /** Memberships are numbered from `firstId` on, without a gap. */
  add: (id: MembershipId, guest: GuestId, joinedOn: number, by: string) => void
  /** 0 for anyone who is not a member. */
  idOf: (guest: GuestId) => MembershipId | 0
  guestOf: (id: MembershipId) => GuestId
  joinedOn: (id: MembershipId) => number
  joinedBy: (id: MembershipId) => string
  /** Keeps a stay; answers with the nights that count in its year so far. */
  addStay: (id: MembershipId, stay: MemberStay, counts: boolean, year: number) => number
  staysOf: (id: MembershipId, date: DateOf) => LoyaltyStay[]
}

/** Numbers of a stay in the ledger: arrival, nights with flags, revenue, the stay before. */
const width = 4

export function createMemberBook(guests: number, firstId: number): MemberBook {
  const size = guests + 1
  const memberOf = new Int32Array(size)
  const guestOf = new Int32Array(size)
  const joined = new Int32Array(size)
  const author = new Uint8Array(size)
  const year = new Uint16Array(size)
  const nights = new Uint16Array(size)
  const last = new Int32Array(size)
  const authors: string[] = []
  let ledger = new Int32Array(1024 * width)
  let stays = 0
  let count = 0
  const at = (id: MembershipId) => id - firstId + 1

  return {
    get count() {
      return count
    },
    add: (id, guest, joinedOn, by) => {
      count += 1
      memberOf[guest] = at(id)
      guestOf[at(id)] = guest
      joined[at(id)] = joinedOn
      if (!authors.includes(by)) authors.push(by)
      author[at(id)] = authors.indexOf(by)
    },
    idOf: (guest) => {
      const member = memberOf[guest] as number
      return member === 0 ? 0 : ((member + firstId - 1) as MembershipId)
    },
    guestOf: (id) => guestOf[at(id)] as GuestId,
    joinedOn: (id) => joined[at(id)] as number,
    joinedBy: (id) => authors[author[at(id)] as number] as string,
    addStay: (id, stay, counts, inYear) => {
      stays += 1
      if ((stays + 1) * width > ledger.length) {
        const larger = new Int32Array(ledger.length * 2)
        larger.set(ledger)
        ledger = larger
      }
      const member = at(id)
      ledger.set(
        [stay.arrival, stay.nights * 32 + flagsOf(stay), stay.revenueMinor, last[member] as number],
        stays * width,
      )
      last[member] = stays
      if (!counts) return 0
      nights[member] = (year[member] === inYear ? (nights[member] as number) : 0) + stay.nights
      year[member] = inYear
      return nights[member] as number
    },
    staysOf: (id, date) => {
      const found: LoyaltyStay[] = []
      for (let place = last[at(id)] as number; place > 0; place = ledger[place * width + 3] as number) {
        const [arrival = 0, rest = 0, revenue = 0] = ledger.subarray(place * width, place * width + 3)
        found.push(stayOf(arrival, rest, revenue, date))
      }
      return found.reverse()
    },
  }
}

function flagsOf(stay: MemberStay): number {
  return (
    (stay.noShow ? 1 : 0) +
    (stay.qualifyingRate ? 2 : 0) +
    (stay.paidByGuest ? 4 : 0) +
    (stay.freeNight ? 8 : 0) +
    (stay.group ? 16 : 0)
  )
}

/** The programme counts all channels alike, so that none is kept. */
function stayOf(arrival: number, rest: number, revenueMinor: number, date: DateOf): LoyaltyStay {
  const nights = rest >> 5
  return {
    arrival: date(arrival),
    departure: date(arrival + nights),
    nights,
    roomRevenueMinor: revenueMinor,
    totalRevenueMinor: revenueMinor,
    status: (rest & 1) > 0 ? 'no-show' : 'checked-out',
    channel: 'direct',
    qualifyingRate: (rest & 2) > 0,
    paidByGuest: (rest & 4) > 0,
    freeNight: (rest & 8) > 0,
    group: (rest & 16) > 0,
    roomOfStay: 1,
  }
}
