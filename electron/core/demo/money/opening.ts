/** Opens folios of a demo hotel: a booking's with whoever pays its room, and the accounts without a stay. */
import { randomOf } from '#core/demo/data/random.ts'
import type { FolioImage } from '#shared/domain/folio/folio.ts'
import type { AccountId, FolioId } from '#shared/values/index.ts'
import { emptyFolio, ownPayee } from '../../folio/public.ts'
import type { When } from '../diary.ts'
import type { Stay } from '../stay.ts'
import type { Bill } from './bill.ts'
import type { Act } from './books.ts'
import type { MoneyDesk } from './desk.ts'
import { drawWay } from './paying.ts'
import { isPaidAhead, moneyTruth } from './terms.ts'

const MONEY = 100

/** The source of chance of the money of a booking; `part`: another one of the same booking. */
export function moneyRandom(seed: number, id: number, part = 0) {
  return randomOf(seed, MONEY, id, part)
}

/** The folio of a booking's guest. The company's or the agency's window takes room and breakfast. */
export function openBill(desk: MoneyDesk, stay: Stay, act: Act): Bill {
  const { world, bulk, diary, books, ways } = desk
  const random = moneyRandom(world.seed, stay.id)
  const id = bulk.nextId('folios') as FolioId
  const { nationality } = world.population.get(stay.guest)
  const image = emptyFolio(
    { businessDate: diary.date(act.when.day) },
    { bookingId: stay.id, guestId: stay.guest, ...payersOf(desk, stay, id, random) },
  )
  const bill = newBill(id, image, stay, random, drawWay(random, ways, nationality))
  desk.bills.set(stay.id, bill)
  books.open(bill)
  books.tell({ ...act, operation: 'folio.openForBooking' }, 'folio', id, null, image, stay.id)
  return bill
}

/** A folio with nothing on it. */
export function newBill(
  id: FolioId,
  image: FolioImage,
  stay: Stay | null,
  random: Bill['random'],
  pay: Bill['pay'],
): Bill {
  return {
    id,
    image,
    version: 1,
    stay,
    random,
    pay,
    wants: new Set(),
    had: new Set(),
    planned: stay?.nights ?? [],
    balances: new Map(),
    sharer: null,
    charges: [],
    deposits: [],
    holds: [],
    waiting: [],
    lines: [],
    papers: [],
    onFapiao: false,
    written: false,
  }
}

function payersOf(
  desk: MoneyDesk,
  stay: Stay,
  id: FolioId,
  random: Bill['random'],
): Pick<FolioImage, 'windows' | 'routings' | 'creditLimitMinor'> {
  const { terms, masters } = desk
  const onAccount = random.next()
  const own = { windows: { 1: ownPayee }, routings: {}, creditLimitMinor: null }
  const roomTo = (toFolioId: FolioId, toWindow: number): FolioImage['routings'] => ({
    1: {
      toFolioId,
      toWindow,
      codeIds: [terms.code('BRKF').id],
      groups: ['room'],
      from: null,
      to: null,
      weekdays: [],
    },
  })
  const master = stay.plan === 'GRP' && stay.agency !== null ? masters.get(stay.agency) : undefined
  if (master !== undefined && onAccount < moneyTruth.onMaster) return { ...own, routings: roomTo(master, 1) }
  const accountId =
    stay.company !== null && onAccount < moneyTruth.onAccount
      ? stay.company
      : isPaidAhead(stay)
        ? stay.agency
        : null
  if (accountId === null) return own
  return {
    windows: { 1: ownPayee, 2: { ...ownPayee, accountId } },
    routings: roomTo(id, 2),
    creditLimitMinor: terms.price(moneyTruth.companyLimitYuan),
  }
}

/** A house or a master account, in the store from its first day on. */
export function openAccountBill(
  desk: Omit<MoneyDesk, 'masters'>,
  when: When,
  kind: 'house' | 'master',
  code: string,
  name: string,
  accountId: AccountId | null,
): Bill {
  const { bulk, diary, books, world, ways } = desk
  const id = bulk.nextId('folios') as FolioId
  const image = emptyFolio(
    { businessDate: diary.date(when.day) },
    { kind, code, name, windows: { 1: { ...ownPayee, accountId } }, share: 0 },
  )
  const random = moneyRandom(world.seed, id, 2)
  const bill = newBill(id, image, null, random, drawWay(random, ways, ''))
  books.open(bill)
  books.tell({ when, author: diary.manager, operation: 'folio.openAccount' }, 'folio', id, null, image)
  return bill
}

/** Whether nobody but the guest pays. */
export function paysAlone({ image, stay }: Bill): boolean {
  return Object.keys(image.routings).length === 0 && stay?.plan !== 'COMP' && stay?.plan !== 'HSE'
}
