import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OpenDesk } from '#core/compose.ts'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type {
  AccountId,
  BusinessDate,
  FolioId,
  FolioLineId,
  TransactionCodeId,
  UserId,
} from '#shared/values/index.ts'
import { openFilledApp, type TestApp, testBusinessDate } from '#tests/support/app.ts'
import { codeIn, type FolioHotel, folioHotel, linesOf } from '#tests/support/folio.ts'
import { addUpJournal } from '#tests/support/journal-check.ts'
import { ledgerFaults } from '#tests/support/ledger-check.ts'

type Made = FolioHotel & { folios: FolioId[]; company: AccountId; managers: UserId[] }
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
  const managers: UserId[] = []
  for (const login of ['boss0', 'boss1', 'boss2']) {
    const person = { login, name: login, role: 'manager', language: 'en', password: 'correct horse' } as const
    managers.push((await app.must('access.createUser', person)).id)
  }
  return { ...hotel, folios: [hotel.folio, sharer.id, house.id], company: company.id, managers }
}

const details = fc.record({
  folio: fc.nat(2),
  to: fc.nat(2),
  window: fc.constantFrom(1, 2, 3),
  at: fc.nat(30),
  minor: fc.integer({ min: 1, max: 100_000 }),
  quantity: fc.constantFrom(1000, 2000, 333, 1500),
  code: fc.constantFrom('REST', 'MINI', 'LAUN', 'BRKF', 'TIPS'),
  method: fc.constantFrom('CASH', 'CARD', 'WECHAT', 'CITY'),
  deposit: fc.constantFrom('deposit' as const, 'key' as const),
})
type Details = typeof details extends fc.Arbitrary<infer T> ? T : never

/** How often each act came to what: SHOW=1 prints it, to see that acts are not all refused. */
const outcomes = new Map<string, number>()

/** What an act is played with: the folio as it was read, what there is of everything else. */
type Table = {
  app: App
  desk: OpenDesk
  act: Details
  view: OutputOf<'folio.get'>
  pick: <T>(rows: readonly T[]) => T | undefined
  code: (name: string) => TransactionCodeId
}
type Play = (table: Table) => Promise<unknown>

const missing = 999_999 as never
const onFolio = {
  charge: ({ desk, view, act: { code: name, quantity, minor }, code }) =>
    desk.call('folio.charge', {
      folioId: view.id,
      items: [{ codeId: code(name), quantity, unitMinor: minor }],
    }),
  giveOffSome: ({ desk, view, act: { minor }, code }) =>
    desk.call('folio.charge', {
      folioId: view.id,
      items: [
        { codeId: code('REST'), unitMinor: minor },
        { codeId: code('MINI'), unitMinor: -Math.ceil(minor / 2) },
      ],
    }),
  room: ({ app, desk }) =>
    desk.call('folio.postRoom', { bookingId: app.made.booking, nights: ['2026-03-02'] }),
  fee: ({ app, desk, act: { minor } }) =>
    desk.call('folio.postFee', {
      bookingId: app.made.booking,
      fee: 'no-show',
      amountMinor: minor,
      reason: 'Agreed',
    }),
  pay: ({ app, desk, view, act: { method, minor }, code }) =>
    desk.call('folio.pay', {
      folioId: view.id,
      window: 1,
      codeId: code(method),
      amountMinor: Math.abs(view.balanceMinor) || minor,
      ...(method === 'CITY' ? { accountId: app.made.company } : {}),
    }),
  redeem: async ({ app, desk, view, pick, act: { minor }, code }) => {
    const voucher = pick((await app.must('voucher.list', {})).rows)
    return desk.call('folio.pay', {
      folioId: view.id,
      codeId: code('VOUCHER'),
      voucherNo: voucher?.number ?? 'NONE',
      amountMinor: Math.min(minor, voucher?.leftMinor ?? minor),
    })
  },
  refund: ({ desk, view, act: { minor }, code }) =>
    desk.call('folio.refund', {
      folioId: view.id,
      codeId: code('CASH'),
      amountMinor: minor,
      reason: 'Too much',
    }),
  payOut: ({ desk, view, act: { minor }, code }) =>
    desk.call('folio.payOut', {
      folioId: view.id,
      codeId: code('PAIDOUT'),
      amountMinor: minor,
      reason: 'Taxi',
    }),
  correct: ({ desk, ...table }) => desk.call('folio.correct', { lineIds: [lineOf(table)], reason: 'Wrong' }),
  allow: ({ desk, ...table }) =>
    desk.call('folio.allow', { lineId: lineOf(table), amountMinor: table.act.minor, reason: 'Noise' }),
  transfer: ({ desk, app, ...table }) =>
    desk.call('folio.transfer', {
      lineIds: [lineOf(table)],
      toFolioId: app.made.folios[table.act.to],
      toWindow: table.act.window,
    }),
  split: ({ desk, ...table }) =>
    desk.call('folio.split', {
      lineId: lineOf(table),
      way: { by: 'shares', shares: [1, 1, table.act.window] },
      windows: [1, 2, 3],
    }),
  undo: async ({ app, desk, pick }) => {
    const { rows } = await app.must('change.list', { limit: 8 })
    return desk.call('change.undo', { change: pick(rows)?.command })
  },
  settle: ({ desk, view, code }) =>
    desk.call('folio.settle', {
      id: view.id,
      version: view.version,
      payments: view.windows
        .filter(({ balanceMinor }) => balanceMinor > 0)
        .map(({ window, balanceMinor }) => ({ window, codeId: code('CARD'), amountMinor: balanceMinor })),
    }),
  close: ({ desk, view: { id, version } }) => desk.call('folio.close', { id, version }),
  reopen: ({ desk, view: { id, version } }) =>
    desk.call('folio.reopen', { id, version, reason: 'Late charge' }),
  skip: ({ desk, view: { id, version, skippedOn } }) =>
    desk.call('folio.markSkipped', { id, version, skipped: skippedOn === null, reason: 'Gone' }),
  route: ({ app, desk, view: { id, version }, act: { to, window, code: name }, code }) =>
    desk.call('folio.setRouting', {
      id,
      version,
      routing: { toFolioId: app.made.folios[to], toWindow: window, codeIds: [code(name)] },
    }),
  unroute: ({ desk, view: { id, version, routings }, pick }) =>
    desk.call('folio.removeRouting', { id, version, n: pick(routings)?.n ?? 99 }),
  share: ({ desk, view: { id, version }, act: { window } }) =>
    desk.call('folio.setTerms', {
      id,
      version,
      creditLimitMinor: null,
      noPost: false,
      share: window,
      shareFrom: null,
      shareTo: null,
    }),
  taxes: ({ app, desk }) => desk.call('folio.adjustTaxes', { bookingId: app.made.booking }),
} satisfies Record<string, Play>

const besideFolios = {
  deposit: ({ desk, view, act: { deposit: kind, minor }, code }) =>
    desk.call('deposit.take', { folioId: view.id, kind, codeId: code('CASH'), amountMinor: minor }),
  apply: async (table) => table.desk.call('deposit.apply', await depositOf(table)),
  giveBack: async (table) => table.desk.call('deposit.refund', await depositOf(table)),
  forfeit: async (table) =>
    table.desk.call('deposit.forfeit', {
      ...(await depositOf(table)),
      codeId: table.code('CXL'),
      reason: 'Did not come',
    }),
  hold: ({ desk, view, act: { minor } }) =>
    desk.call('hold.take', { folioId: view.id, amountMinor: minor, brand: 'visa', lastFour: '1234' }),
  capture: async ({ app, desk, pick }) => {
    const { id = missing, version = 1, amountMinor = 1 } = pick((await app.must('hold.list', {})).rows) ?? {}
    return desk.call('hold.capture', { id, version, amountMinor })
  },
  release: async ({ app, desk, pick }) => {
    const { id = missing, version = 1 } = pick((await app.must('hold.list', {})).rows) ?? {}
    return desk.call('hold.release', { id, version })
  },
  sell: ({ desk, view, act: { minor, at }, code }) =>
    desk.call('voucher.sell', {
      folioId: view.id,
      codeId: code('GIFTSALE'),
      number: `GV-${at}`,
      amountMinor: minor,
    }),
  invoice: ({ desk, view, act: { window } }) =>
    desk.call('paper.issue', { folioId: view.id, window, language: 'zh' }),
  credit: async ({ app, desk, pick }) => {
    const { id = missing } = pick((await app.must('paper.list', { kind: 'invoice' })).rows) ?? {}
    return desk.call('paper.credit', { paperId: id, reason: 'Wrong payee' })
  },
  receipt: ({ desk, view: { lines }, pick }) =>
    desk.call('paper.receipt', { postingId: pick(lines)?.postingId ?? missing, language: 'en' }),
  askFapiao: ({ desk, ...table }) =>
    desk.call('fapiao.ask', {
      folioId: table.view.id,
      lineIds: [lineOf(table)],
      title: '张伟',
      details: { person: true },
    }),
  withdraw: async ({ app, desk, pick }) => {
    const { id = missing, version = 1 } =
      pick((await app.must('fapiao.list', { status: 'asked' })).rows) ?? {}
    return desk.call('fapiao.withdraw', { id, version })
  },
  openShift: ({ desk, act: { minor } }) => desk.call('shift.open', { floatMinor: minor }),
  drop: ({ desk, act: { minor } }) => desk.call('shift.drop', { amountMinor: minor }),
  closeShift: async ({ desk, act: { at } }) => {
    const reply = await desk.call('shift.current', {})
    const { shift } = (reply as { output: OutputOf<'shift.current'> }).output
    const { id = missing, version = 1 } = shift ?? {}
    return desk.call('shift.close', { id, version, counted: { CNY: { 10000: at } } })
  },
} satisfies Record<string, Play>

const plays = { ...onFolio, ...besideFolios }
type Kind = keyof typeof plays

const act = fc.record({
  // What a desk does most comes more often
  kind: fc.constantFrom(
    ...(Object.keys(plays) as Kind[]),
    'charge' as const,
    'charge' as const,
    'pay' as const,
    'undo' as const,
  ),
  details,
})
type Act = { kind: Kind; details: Details }

function lineOf({ view, pick }: Pick<Table, 'view' | 'pick'>): FolioLineId {
  return pick(linesOf(view))?.id ?? missing
}

async function depositOf({ app, pick, act: { minor } }: Table) {
  const deposit = pick((await app.must('deposit.list', {})).rows)
  const { id = missing, version = 1, heldMinor = 1 } = deposit ?? {}
  return { id, version, amountMinor: Math.min(minor, heldMinor) }
}

async function play(app: App, desk: OpenDesk, { kind, details: one }: Act): Promise<void> {
  const { made } = app
  const reply = (await plays[kind]({
    app,
    desk,
    act: one,
    view: await app.must('folio.get', { id: made.folios[one.folio] as FolioId }),
    pick: (rows) => rows[one.at % Math.max(1, rows.length)],
    code: (name) => codeIn(made, name),
  })) as { ok: boolean; refusal?: { code: string }; fault?: { code: string; issues?: unknown } }
  if (!reply.ok && reply.fault && !['CONFLICT', 'BUSY'].includes(reply.fault.code))
    throw new Error(`${kind}: ${JSON.stringify(reply)} ${String(app.defects.at(-1) ?? '')}`)
  const outcome = `${kind} ${reply.refusal?.code ?? (reply.ok ? 'ok' : reply.fault?.code)}`
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
}

test('whatever eight desks post at once, the ledger balances and corrections bring everything back to zero', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 16, maxLength: 96 }), async (acts) => {
      const app = await openFilledApp(import.meta.filename, threeFolios)
      try {
        const desks = Array.from({ length: 8 }, (_, n) => deskOf(app, n))
        for (let at = 0; at < acts.length; at += 8) {
          const some = acts.slice(at, at + 8)
          await Promise.all(some.map((one, n) => play(app, desks[n] as OpenDesk, one)))
        }
        expect(ledgerFaults(app.file)).toEqual([])
        expect(await journalOf(app)).toEqual(balancesOf(app.file))
        await takeAllBack(app)
        expect(ledgerFaults(app.file)).toEqual([])
        expect(earningsOf(app.file)).toEqual([])
        expect(app.defects).toEqual([])
        if (process.env.SHOW) console.log([...outcomes].sort().join('\n'))
      } finally {
        await app.close()
      }
    }),
    // Shrinking plays hundreds of hotels: what failed is replayed by its seed and path
    { numRuns: Number(process.env.RUNS ?? 16), endOnFailure: true },
  )
})

/** Eight desks of three managers, so that several are one user's. */
function deskOf(app: App, n: number): OpenDesk {
  const id = app.made.managers[n % 3] as UserId
  const login = `boss${n % 3}`
  return app.app.desk({
    workstation: `PC-${n}`,
    language: 'en',
    user: { id, login, name: login, role: 'manager', language: 'en' },
  })
}

/** Balances by account as another reader of the exported journal adds them up. */
async function journalOf(app: App): Promise<Map<string, number>> {
  const day = testBusinessDate as BusinessDate
  const { text } = await app.must('ledger.journal', {
    from: day as never,
    to: day as never,
    format: 'hledger',
  })
  const { balances } = addUpJournal(text, 2)
  return new Map(
    [...balances]
      .filter(([, sum]) => sum !== 0)
      .map(([name, sum]) => [/:(\w+)-/.exec(name)?.[1] ?? name, sum] as const)
      .toSorted(),
  )
}

function sumsOf(file: string, where: string): [string, number][] {
  const raw = openRaw(file, { readonly: true })
  const rows = raw
    .prepare(
      `select a.code, sum(e.amount_minor) as sum from ledger_entries e join ledger_accounts a on a.id = e.account_id
       where ${where} group by a.id having sum <> 0 order by a.code`,
    )
    .raw()
    .all() as [string, number][]
  raw.close()
  return rows
}

const balancesOf = (file: string) => new Map(sumsOf(file, 'true').toSorted())
/** What is left of revenue, taxes, what guests and accounts owe, and what is held for guests. */
const earningsOf = (file: string) =>
  sumsOf(
    file,
    `e.folio_id is not null or e.party_account_id is not null or e.deposit_id is not null
     or a.class = 'revenue' or a.id in (select account_id from taxes) or a.role = 'vouchers'`,
  )

/** Credits every invoice, corrects every line that stands and gives deposits back: folios owe nothing then. */
async function takeAllBack(app: App): Promise<void> {
  const { made, must } = app
  // A night or a fee opens another folio where those of the booking are closed
  const ofBooking = (await must('folio.ofBooking', { bookingId: made.booking })).folios.map(({ id }) => id)
  const folios = [...new Set([...made.folios, ...ofBooking])]
  for (const id of folios) {
    const { status, version } = await must('folio.get', { id })
    if (status === 'closed') await must('folio.reopen', { id, version, reason: 'Start again' })
  }
  for (const { id } of (await must('paper.list', { kind: 'invoice', limit: 200 })).rows)
    await app.call('paper.credit', { paperId: id, reason: 'Start again' })
  for (const { id, version } of (await must('fapiao.list', { status: 'asked' })).rows)
    await must('fapiao.withdraw', { id, version })
  const views = () => Promise.all(folios.map((id) => must('folio.get', { id })))
  const all = (await views()).flatMap(linesOf)
  // A voucher's sale is corrected once nothing is paid by it; an allowance with its charge, on whichever folio both are
  const byVoucher = all.filter(({ code }) => code === 'VOUCHER').map(({ id }) => id)
  for (const lineIds of [byVoucher, all.map(({ id }) => id).filter((id) => !byVoucher.includes(id))])
    if (lineIds.length > 0) await must('folio.correct', { lineIds, reason: 'All of it' })
  for (const { id, version, heldMinor } of (await must('deposit.list', {})).rows)
    await must('deposit.refund', { id, version, amountMinor: heldMinor, reason: 'All of it' })
  for (const after of await views()) {
    expect(after).toMatchObject({ balanceMinor: 0, chargedMinor: 0, taxMinor: 0, paidMinor: 0, heldMinor: 0 })
    expect(after.windows.every(({ balanceMinor }) => balanceMinor === 0)).toBe(true)
  }
}
