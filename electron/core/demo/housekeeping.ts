/** The last morning of housekeeping in a demo hotel: a few things broken, a room closed for one of them, a bed that nobody slept in. */
import { type HousekeepingWords, housekeepingWords } from '#core/demo/data/housekeeping-words.ts'
import { randomOf } from '#core/demo/data/random.ts'
import type { DemoLanguage } from '#core/demo/data/words.ts'
import type { Writer } from '#db/handles.ts'
import { saveClosure } from '#db/repositories/housekeeping/closures.ts'
import { saveDiscrepancy } from '#db/repositories/housekeeping/discrepancies.ts'
import { saveTicket } from '#db/repositories/housekeeping/tickets.ts'
import { difference, type Image } from '#shared/domain/change/change.ts'
import type { ClosureImage } from '#shared/domain/housekeeping/closure.ts'
import type { DiscrepancyImage } from '#shared/domain/housekeeping/discrepancy.ts'
import { usualSettings } from '#shared/domain/housekeeping/settings.ts'
import type { TicketImage } from '#shared/domain/housekeeping/ticket.ts'
import { addDays, type BusinessDate } from '#shared/values/index.ts'
import { readRows } from '../housekeeping/public.ts'
import { readLeft } from '../room/public.ts'
import type { When } from './diary.ts'
import type { World } from './world.ts'

const HOUSEKEEPING = 113
const HOUR = 3600

/** Writes what housekeeping has on file on the last day, each with its row of the log. */
export async function keepHouse(tx: Writer, world: World, language: DemoLanguage): Promise<void> {
  const { diary, today, seed } = world
  const words = housekeepingWords[language]
  const date = diary.date(today.day)
  const random = randomOf(seed, HOUSEKEEPING)
  const at = (hour: number): When => ({ day: today.day, seconds: Math.min(hour * HOUR, today.seconds) })
  const author = (hour: number) => diary.cashier(random, at(hour))
  const writer = diary.cashier(random, today)
  const tell: Tell = (operation, entity, entityId, after, { before = null, command } = {}) => {
    const found = difference(before, after) ?? { before, after }
    return diary.write(
      // The log is in the order in which it was written, by who is on shift then; what was noted earlier says so itself
      today,
      writer,
      operation,
      { entity, entityId, bookingId: null, ...found },
      command === undefined ? {} : { command },
    )
  }
  const by = (hour: number) => ({ moment: diary.momentAt(at(hour)), actor: author(hour).actor })

  await breakThings(tx, world, words, date, tell, by)
}

type Tell = (
  operation: string,
  entity: string,
  id: number,
  after: Image,
  more?: { before?: Image; command?: number | undefined },
) => number
type By = (hour: number) => { moment: string; actor: string }

/** Things that are broken; a vacant room is closed for one, where the house can spare it. */
async function breakThings(
  tx: Writer,
  { bulk, seed, house }: World,
  words: HousekeepingWords,
  date: BusinessDate,
  tell: Tell,
  by: By,
): Promise<void> {
  const random = randomOf(seed, HOUSEKEEPING, 3)
  const rows = await readRows(tx, date, usualSettings)
  const until = addDays(date, 2)
  const left = new Map((await readLeft(tx, date, until)).map((type) => [type.roomTypeId, type.left]))
  const types = new Map(house.rooms.map(({ id, image }) => [id, image.roomTypeId]))
  const spare = rows.find(({ id, use }) => {
    const typeId = types.get(id)
    const isTaken = bulk.roomTaken(id, date) || bulk.roomTaken(id, addDays(date, 1))
    return use === 'vacant' && !isTaken && typeId !== undefined && (left.get(typeId) ?? 0) > 0
  })
  let closureId: number | null = null
  if (spare) {
    closureId = bulk.nextId('closures')
    const { moment, actor } = by(8)
    const closure: ClosureImage = {
      roomId: spare.id,
      kind: 'out-of-order',
      from: date,
      to: until,
      reason: words.closure,
      madeAt: moment,
      madeBy: actor,
    }
    await saveClosure(tx, closureId, null, closure)
    tell('housekeeping.closeRoom', 'closure', closureId, closure)
  }
  for (const [place, { category, text, resolution }] of words.tickets.entries()) {
    const row = place === 0 && spare ? spare : rows[random.below(rows.length)]
    if (!row) continue
    const id = bulk.nextId('tickets')
    const { moment, actor } = by(8 + place / 4)
    const image: TicketImage = {
      roomId: row.id,
      place: '',
      category,
      priority: place === 0 ? 'urgent' : 'normal',
      text,
      picture: null,
      status: 'open',
      openedAt: moment,
      openedBy: actor,
      statusAt: moment,
      statusBy: actor,
      resolution: '',
      closureId: place === 0 ? (closureId as never) : null,
    }
    await saveTicket(tx, id, null, image)
    tell('ticket.create', 'ticket', id, image)
    const status = place === 0 ? 'in-work' : place % 3 === 2 ? 'done' : null
    if (status === null) continue
    const moved = by(9 + place / 4)
    const said = status === 'done' ? resolution : ''
    const after: TicketImage = {
      ...image,
      status,
      statusAt: moved.moment,
      statusBy: moved.actor,
      resolution: said,
    }
    await saveTicket(tx, id, image, after)
    tell('ticket.advance', 'ticket', id, after, { before: image })
  }
  await seeNobody(tx, rows, bulk.nextId('discrepancies'), { date, note: words.seen, ...by(9.5) }, tell)
}

/** One bed that nobody slept in, though the desk has somebody in the room. */
async function seeNobody(
  tx: Writer,
  rows: Awaited<ReturnType<typeof readRows>>,
  id: number,
  { date, note, moment, actor }: { date: BusinessDate; note: string; moment: string; actor: string },
  tell: Tell,
): Promise<void> {
  const row = rows.find(({ use }) => use === 'occupied')
  if (!row?.guest) return
  const image: DiscrepancyImage = {
    roomId: row.id,
    onDate: date,
    kind: 'skip',
    seenPersons: 0,
    deskPersons: row.guest.persons,
    note,
    notedAt: moment,
    notedBy: actor,
    settlement: null,
    settledAt: null,
    settledBy: null,
  }
  await saveDiscrepancy(tx, id, null, image)
  tell('housekeeping.noteSeen', 'discrepancy', id, image)
}
