import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OpenDesk } from '#core/compose.ts'
import type { FolioId, FolioLineId } from '#shared/values/index.ts'
import { openFilledApp, type TestApp } from '#tests/support/app.ts'
import { codeIn, type FolioHotel, folioHotel, linesOf } from '#tests/support/folio.ts'
import { ledgerFaults } from '#tests/support/ledger-check.ts'

type Made = FolioHotel & { folios: FolioId[]; company: number }
type App = TestApp & { made: Made }

/** Three folios that all desks post on at once: two of one booking, whose rate they share, and a house account. */
async function threeFolios(app: TestApp): Promise<Made> {
  const hotel = await folioHotel(app)
  const sharer = await app.must('folio.openForBooking', {
    bookingId: hotel.booking,
    guestId: hotel.guests.anna as never,
  })
  const house = await app.must('folio.openAccount', { kind: 'house', code: 'PM', name: 'Passer-by' })
  const terms = { creditLimitMinor: null, noPost: false, share: 1, shareFrom: null, shareTo: null }
  await app.must('folio.setTerms', { id: sharer.id, version: 1, ...terms })
  await app.must('folio.setPayee', { id: hotel.folio, version: 1, window: 2, payee: { name: 'Acme' } })
  const routing = { toFolioId: house.id, toWindow: 1, codeIds: [codeIn(hotel, 'MINI')] }
  await app.must('folio.setRouting', { id: sharer.id, version: 2, routing })
  const company = await app.must('account.save', { kind: 'company', code: 'ACME', name: 'Acme' })
  return { ...hotel, folios: [hotel.folio, sharer.id, house.id], company: company.id }
}

const act = fc.record({
  kind: fc.constantFrom(
    'charge',
    'charge',
    'package',
    'pay',
    'refund',
    'payOut',
    'correct',
    'allow',
    'transfer',
    'split',
    'room',
    'undo',
    'close',
    'reopen',
  ),
  folio: fc.nat(2),
  to: fc.nat(2),
  window: fc.constantFrom(1, 2, 3),
  line: fc.nat(30),
  minor: fc.integer({ min: 1, max: 100_000 }),
  quantity: fc.constantFrom(1000, 2000, 333, 1500),
  code: fc.constantFrom('REST', 'MINI', 'LAUN', 'BRKF', 'TIPS'),
  method: fc.constantFrom('CASH', 'CARD', 'WECHAT', 'CITY'),
})
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

const refusals = new Map<string, number>()

async function play(app: App, desk: OpenDesk, { kind, ...a }: Act): Promise<void> {
  const { made } = app
  const folioId = made.folios[a.folio] as FolioId
  const code = (name: string) => codeIn(made, name)
  const view = await app.must('folio.get', { id: folioId })
  const live = linesOf(view)
  const line = live[a.line % Math.max(1, live.length)]
  const lineIds = line ? [line.id] : [1 as FolioLineId]
  const calls: Record<Act['kind'], () => Promise<unknown>> = {
    charge: () =>
      desk.call('folio.charge', {
        folioId,
        items: [{ codeId: code(a.code), quantity: a.quantity, unitMinor: a.minor }],
      }),
    package: () =>
      desk.call('folio.charge', {
        folioId,
        items: [
          { codeId: code('REST'), unitMinor: a.minor },
          { codeId: code('MINI'), unitMinor: -Math.ceil(a.minor / 2) },
        ],
      }),
    pay: () =>
      desk.call('folio.pay', {
        folioId,
        window: 1,
        codeId: code(a.method),
        amountMinor: Math.abs(view.balanceMinor) || a.minor,
        ...(a.method === 'CITY' ? { accountId: made.company } : {}),
      }),
    refund: () =>
      desk.call('folio.refund', { folioId, codeId: code('CASH'), amountMinor: a.minor, reason: 'Too much' }),
    payOut: () =>
      desk.call('folio.payOut', { folioId, codeId: code('PAIDOUT'), amountMinor: a.minor, reason: 'Taxi' }),
    correct: () => desk.call('folio.correct', { lineIds, reason: 'Wrong' }),
    allow: () => desk.call('folio.allow', { lineId: lineIds[0], amountMinor: a.minor, reason: 'Noise' }),
    transfer: () =>
      desk.call('folio.transfer', { lineIds, toFolioId: made.folios[a.to], toWindow: a.window }),
    split: () =>
      desk.call('folio.split', {
        lineId: lineIds[0],
        way: { by: 'shares', shares: [1, 1, a.window] },
        windows: [1, 2, 3],
      }),
    room: () => desk.call('folio.postRoom', { bookingId: made.booking, nights: ['2026-03-02'] }),
    undo: async () => {
      const { rows } = await app.must('change.list', { limit: 5 })
      return desk.call('change.undo', { change: rows[a.line % Math.max(1, rows.length)]?.command })
    },
    close: () => desk.call('folio.close', { id: folioId, version: view.version }),
    reopen: () => desk.call('folio.reopen', { id: folioId, version: view.version, reason: 'Late charge' }),
  }
  const reply = (await calls[kind]()) as {
    ok: boolean
    refusal?: { code: string }
    fault?: { code: string; issues?: unknown }
  }
  if (!reply.ok && reply.fault && !['CONFLICT', 'BUSY'].includes(reply.fault.code))
    throw new Error(`${kind}: ${JSON.stringify(reply)} ${String(app.defects.at(-1) ?? '')}`)
  const outcome = `${kind} ${reply.refusal?.code ?? (reply.ok ? 'ok' : reply.fault?.code)}`
  refusals.set(outcome, (refusals.get(outcome) ?? 0) + 1)
}

test('whatever eight desks post at once, the ledger balances and corrections bring everything back to zero', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 48 }), async (acts) => {
      const app = await openFilledApp(import.meta.filename, threeFolios)
      try {
        const desks = Array.from({ length: 8 }, () => app.deskAs('administrator'))
        for (let at = 0; at < acts.length; at += 8) {
          const some = acts.slice(at, at + 8)
          await Promise.all(some.map((one, n) => play(app, desks[n] as OpenDesk, one)))
        }
        expect(ledgerFaults(app.file)).toEqual([])
        await takeAllBack(app)
        expect(ledgerFaults(app.file)).toEqual([])
        expect(app.defects).toEqual([])
        if (process.env.SHOW) console.log([...refusals].sort().join('\n'))
      } finally {
        await app.close()
      }
    }),
    { numRuns: 12 },
  )
})

/** Corrects every line that stands: all folios owe nothing then. */
async function takeAllBack(app: App): Promise<void> {
  for (const id of app.made.folios) {
    const view = await app.must('folio.get', { id })
    if (view.status === 'closed')
      await app.must('folio.reopen', { id, version: view.version, reason: 'Start again' })
  }
  for (const id of app.made.folios) {
    const lineIds = linesOf(await app.must('folio.get', { id })).map((line) => line.id)
    for (let at = 0; at < lineIds.length; at += 200)
      await app.must('folio.correct', { lineIds: lineIds.slice(at, at + 200), reason: 'All of it' })
    const after = await app.must('folio.get', { id })
    expect(after).toMatchObject({ balanceMinor: 0, chargedMinor: 0, taxMinor: 0, paidMinor: 0 })
    expect(after.windows.every(({ balanceMinor }) => balanceMinor === 0)).toBe(true)
  }
}
