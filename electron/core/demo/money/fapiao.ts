/** 发票 of a Chinese demo hotel: some who leave ask for one; it is exported the day after and its number comes a day later. */
import { fapiaoColumns } from '#db/repositories/folio/fapiao.ts'
import { difference } from '#shared/domain/change/change.ts'
import { liveLines } from '#shared/domain/folio/entries.ts'
import { type FapiaoImage, type FapiaoStep, stepFapiao } from '#shared/domain/folio/fapiao.ts'
import { fapiaoLinesOf } from '#shared/domain/folio/fapiao-batch.ts'
import { displayName } from '#shared/domain/name/name.ts'
import { type FapiaoId, sumMoney } from '#shared/values/index.ts'
import type { Author } from '../diary.ts'
import type { Bill, Fapiao } from './bill.ts'
import type { Act } from './books.ts'
import type { MoneyDesk } from './desk.ts'
import { moneyRandom } from './opening.ts'
import { moneyTruth } from './terms.ts'

const HOUR = 3600

/** Asks for one over what stands on the guest's own window. */
export function askFapiao(desk: MoneyDesk, bill: Bill, act: Act): void {
  const { world, bulk, books, diary, terms, hotel, currency } = desk
  const { stay } = bill
  if (stay === null || hotel.country !== 'CHN' || currency !== 'CNY') return
  const random = moneyRandom(world.seed, stay.id, 5)
  if (!random.chance(moneyTruth.fapiao)) return
  const charged = liveLines(bill.lines).filter(({ window, codeId }) => {
    const kind = terms.chart.codes.get(codeId)?.kind
    return window === 1 && (kind === 'charge' || kind === 'allowance')
  })
  const lines = fapiaoLinesOf(
    charged.map(({ codeId, taxes, grossMinor }) => {
      const code = terms.chart.codes.get(codeId)
      const rate = taxes[0]?.rate ?? ''
      return {
        code: code?.code ?? '',
        name: code?.nameZh ?? '',
        item: code?.invoiceItem ?? '',
        rate,
        grossMinor,
      }
    }),
  )
  const guest = bulk.guestPerson(stay.guest)
  if (!lines.ok || !guest) return
  const image: FapiaoImage = {
    folioId: bill.id,
    kind: 'ordinary',
    title: displayName(guest, hotel.language),
    taxNo: '',
    details: { person: true, address: '', phone: '', bank: '', account: '', email: '', remark: '' },
    status: 'asked',
    amountMinor: sumMoney(lines.value.map(({ grossMinor }) => grossMinor)),
    askedOn: diary.date(act.when.day),
    exportedOn: null,
    number: null,
    issuedOn: null,
    redNumber: null,
    redOn: null,
  }
  const id = bulk.nextId('fapiao') as FapiaoId
  const fapiao: Fapiao = { id, image, version: 1, lineIds: charged.map((line) => line.id) }
  desk.fapiao.push(fapiao)
  bill.onFapiao = true
  books.tell({ ...act, operation: 'fapiao.ask' }, 'fapiao', id, null, image, stay.id)
  planSteps(desk, fapiao, act.when.day, stay.id)
}

/** A day after it is exported, and a day later the platform has issued it. */
function planSteps(desk: MoneyDesk, fapiao: Fapiao, day: number, bookingId: number): void {
  const { world, diary } = desk
  const plan = (on: number, operation: string, stepOf: () => FapiaoStep) =>
    world.agenda.add(on, 10 * HOUR, (now) =>
      step(desk, fapiao, { day: on, seconds: now }, { operation, step: stepOf(), bookingId }),
    )
  plan(day + 1, 'fapiao.export', () => ({ to: 'exported', on: diary.date(day + 1) }))
  plan(day + 2, 'fapiao.setIssued', () => ({
    to: 'issued',
    number: `26${String(3_100_000_000 + fapiao.id)}${String(day + 2).padStart(8, '0')}`,
    on: diary.date(day + 2),
  }))
}

function step(
  { books, diary }: MoneyDesk,
  fapiao: Fapiao,
  when: Act['when'],
  { operation, step: to, bookingId }: { operation: string; step: FapiaoStep; bookingId: number },
): void {
  const next = stepFapiao(fapiao.image, to)
  if (!next.ok) throw new Error(`发票 ${fapiao.id}: ${next.refusal.code}`)
  const changed = difference(fapiao.image as never, next.value as never)
  const author: Author = diary.manager
  if (changed)
    books.tell(
      { when, author, operation },
      'fapiao',
      fapiao.id,
      changed.before,
      changed.after as object,
      bookingId,
    )
  fapiao.image = next.value
  fapiao.version += 1
}

/** Their rows, once nothing changes any more. */
export function writeFapiao({ bulk, fapiao }: Pick<MoneyDesk, 'bulk' | 'fapiao'>): void {
  for (const { id, image, version, lineIds } of fapiao) {
    bulk.into.fapiao({ id, ...fapiaoColumns(image), version })
    for (const line_id of lineIds) bulk.into.fapiao_lines({ line_id, round: 0, fapiao_id: id })
  }
}
