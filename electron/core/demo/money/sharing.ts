/** Sharers of a demo hotel 合住: a second guest of a room who pays a part of its rate on a folio of their own. */
import { type Random, randomOf } from '#core/demo/data/random.ts'
import { difference } from '#shared/domain/change/change.ts'
import type { FolioImage } from '#shared/domain/folio/folio.ts'
import type { FolioId, GuestId } from '#shared/values/index.ts'
import { emptyFolio } from '../../folio/public.ts'
import { leavesBefore } from '../companions.ts'
import { departureOf, type Stay } from '../stay.ts'
import type { Bill } from './bill.ts'
import type { Act } from './books.ts'
import type { SharerTruth } from './course.ts'
import type { MoneyDesk } from './desk.ts'
import { close, settle } from './leaving.ts'
import { newBill, paysAlone } from './opening.ts'
import { issueInvoices } from './papers.ts'
import { drawWay } from './paying.ts'
import { moneyTruth } from './terms.ts'

const SHARERS = 163

/** At the check-in two who share a room may ask for an own bill each; null where one pays it all. */
export function openSharer(desk: MoneyDesk, bill: Bill, act: Act): SharerTruth | null {
  const stay = bill.stay as Stay
  const guest = stay.companions[0]
  const random = randomOf(desk.world.seed, SHARERS, stay.id)
  const parts = partsOf(random)
  const drawn = random.chance(moneyTruth.sharer)
  // Of who is there on the last morning everybody who may
  const asks = drawn || departureOf(stay) > desk.world.today.day
  if (guest === undefined || !asks || !mayShare(desk, bill, stay)) return null
  const sharer = openFolioOf(desk, bill, { ...act, operation: 'stay.setPersons' }, guest, random, parts)
  bill.sharer = sharer
  return { booking: stay.id, guest, parts }
}

/** The weights of the guest's and of the sharer's part. */
function partsOf(random: Random): SharerTruth['parts'] {
  return random.chance(moneyTruth.evenParts) ? [1, 1] : [2, 1]
}

/** Who leaves before the guest has paid their part by hand. */
function mayShare({ world }: MoneyDesk, bill: Bill, stay: Stay): boolean {
  return stay.adults > 1 && stay.nights.length > 0 && paysAlone(bill) && !leavesBefore(world, stay)
}

/** The rows as the command writes them: a folio that pays nothing, then the parts of both. */
function openFolioOf(
  desk: MoneyDesk,
  bill: Bill,
  act: Act,
  guest: GuestId,
  random: Random,
  [own, others]: SharerTruth['parts'],
): Bill {
  const { bulk, books, diary, world, ways } = desk
  const stay = bill.stay as Stay
  const id = bulk.nextId('folios') as FolioId
  const { nationality } = world.population.get(guest)
  const image = emptyFolio(
    { businessDate: diary.date(act.when.day) },
    { bookingId: stay.id, guestId: guest, share: 0 },
  )
  const sharer = newBill(id, image, stay, random, drawWay(random, ways, nationality))
  books.open(sharer)
  const command = books.tell(act, 'folio', id, null, image, stay.id)
  const dates = stay.record?.image.persons[guest]
  setPart(desk, bill, { ...act, command }, { share: own })
  const from = { shareFrom: dates?.from ?? null, shareTo: dates?.to ?? null }
  setPart(desk, sharer, { ...act, command }, { share: others, ...from })
  return sharer
}

function setPart({ books }: MoneyDesk, bill: Bill, act: Act, part: Partial<FolioImage>): void {
  const image = { ...bill.image, ...part }
  const found = difference(bill.image as never, image as never)
  if (!found) return
  books.tell(act, 'folio', bill.id, found.before, found.after as object, bill.image.bookingId)
  bill.image = image
  bill.version += 1
}

/** The sharer pays what is on the own folio, before the guest does. */
export function leaveSharer(desk: MoneyDesk, sharer: Bill, act: Act): void {
  settle(desk, sharer, act)
  issueInvoices(desk, sharer, act)
  close(desk, sharer, act)
}
