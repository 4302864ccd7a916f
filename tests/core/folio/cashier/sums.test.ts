import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { openFilledApp, type TestApp } from '#tests/support/app.ts'
import { type CashierHotel, cashierHotel, codeOf, type Person, personAt } from '#tests/support/cashier.ts'
import { codeIn } from '#tests/support/folio.ts'
import { ledgerFaults } from '#tests/support/ledger-check.ts'

let app: TestApp & { made: CashierHotel }
let people: Person[]

beforeAll(async () => {
  app = await openFilledApp(import.meta.filename, cashierHotel)
  people = [personAt(app, 'mei'), personAt(app, 'tom'), personAt(app, 'boss')]
})
afterAll(async () => {
  expect(app.defects).toEqual([])
  await app.close()
})

type Act = { what: (typeof acts)[number]; who: number; amount: number; pick: number }

const acts = [
  'open',
  'drop',
  'close',
  'pay',
  'pay dollars',
  'take',
  'take dollars',
  'take key',
  'apply',
  'refund',
  'forfeit',
  'hold',
  'capture',
  'release',
  'sell',
  'redeem',
  'correct',
  'undo',
] as const

const act: fc.Arbitrary<Act> = fc.record({
  what: fc.constantFrom(...acts),
  who: fc.nat(2),
  amount: fc.integer({ min: 1, max: 90_000 }),
  pick: fc.nat(1_000),
})

const one = <T>(list: readonly T[], pick: number): T | undefined =>
  list.length === 0 ? undefined : list[pick % list.length]

const code = (name: string) => codeIn(app.made, name)

/** What a person does; a refusal is an answer as good as any, a defect is not. */
async function run({ what, who, amount, pick }: Act): Promise<{ ok: boolean } | null | undefined> {
  const person = people[who] as Person
  const { folio: folioId, booking: bookingId } = app.made
  const ofFolio = { folioId, amountMinor: amount }
  const dollars = { currency: 'USD', foreignMinor: amount }
  const slip = one((await person.must('deposit.list', {})).rows, pick)
  const card = one((await person.must('hold.list', {})).rows, pick)
  const gift = one((await person.must('voucher.list', {})).rows, pick)
  const { shift } = await person.must('shift.current', {})
  switch (what) {
    case 'open':
      return person.call('shift.open', { floatMinor: amount })
    case 'drop':
      return person.call('shift.drop', { amountMinor: amount, ...(pick % 3 ? {} : { currency: 'USD' }) })
    case 'close':
      return (
        shift &&
        person.call('shift.close', {
          id: shift.id,
          version: shift.version,
          counted: { CNY: { '10000': pick % 40 }, USD: { '2000': pick % 5 } },
        })
      )
    case 'pay':
      return person.call('folio.pay', { ...ofFolio, codeId: code(pick % 2 ? 'CASH' : 'CARD') })
    case 'pay dollars':
      return person.call('folio.pay', { ...ofFolio, codeId: code('CASH'), ...dollars })
    case 'take':
    case 'take key':
    case 'take dollars':
      return person.call('deposit.take', {
        bookingId,
        amountMinor: amount,
        kind: what === 'take key' ? 'key' : 'deposit',
        codeId: code(pick % 3 ? 'CASH' : 'WECHAT'),
        ...(what === 'take dollars' ? dollars : {}),
      })
    case 'apply':
      return slip && person.call('deposit.apply', { id: slip.id, version: slip.version, amountMinor: amount })
    case 'refund':
      return (
        slip && person.call('deposit.refund', { id: slip.id, version: slip.version, amountMinor: amount })
      )
    case 'forfeit':
      return (
        slip &&
        person.call('deposit.forfeit', {
          id: slip.id,
          version: slip.version,
          amountMinor: amount,
          codeId: code('DAMG'),
          reason: 'Broken',
        })
      )
    case 'hold':
      return person.call('hold.take', { ...ofFolio, lastFour: '1234' })
    case 'capture':
      return card && person.call('hold.capture', { id: card.id, version: card.version, amountMinor: amount })
    case 'release':
      return card && person.call('hold.release', { id: card.id, version: card.version })
    case 'sell':
      return person.call('voucher.sell', { ...ofFolio, codeId: code('GIFTSALE'), number: `GV${pick % 7}` })
    case 'redeem':
      return gift && person.call('folio.pay', { ...ofFolio, codeId: code('VOUCHER'), voucherNo: gift.number })
    case 'correct': {
      const { lines } = await person.must('folio.get', { id: folioId })
      const line = one(lines, pick)
      return line && person.call('folio.correct', { lineIds: [line.id], reason: 'Wrong' })
    }
    case 'undo': {
      const { rows } = await person.must('change.list', { limit: 10 })
      const row = one(rows, pick)
      return row && person.call('change.undo', { change: row.command })
    }
  }
}

type Row = { [column: string]: unknown }

/** What is kept beside the ledger and is not what the ledger says. */
function findFaults(): Row[] {
  const db = openRaw(app.file, { readonly: true })
  try {
    return checks.flatMap((sql) => db.prepare(sql).all() as Row[])
  } finally {
    db.close()
  }
}

const ofRole = (role: string) => `(select id from ledger_accounts where role = '${role}')`

const checks = [
  `select 'deposit' as what, d.id, d.held_minor, sum(m.amount_minor) as moved
   from deposits d join deposit_moves m on m.deposit_id = d.id group by d.id having moved <> d.held_minor`,
  ...[
    ['deposits', 'deposit'],
    ['key-deposits', 'key'],
  ].map(
    ([role = '', kind]) => `select '${role}' as what, sum(b) as off from (
     select held_minor as b from deposits where kind = '${kind}'
     union all select amount_minor from ledger_entries where account_id = ${ofRole(role)}) having off <> 0`,
  ),
  `select 'vouchers' as what, sum(b) as off from (
     select left_minor as b from vouchers
     union all select amount_minor from ledger_entries where account_id = ${ofRole('vouchers')}) having off <> 0`,
  // Money of a closed shift is in the safe, to the last coin of every currency
  `select 'shift' as what, s.id, e.currency, sum(e.amount_minor) as left, sum(coalesce(e.foreign_minor, 0)) as units
   from shifts s join ledger_entries e on e.shift_id = s.id
   where s.status = 'closed' and e.account_id = ${ofRole('cash')}
   group by s.id, e.currency having sum(e.amount_minor) <> 0 or sum(coalesce(e.foreign_minor, 0)) <> 0`,
  // Cash that has a shift is on the drawer's account, and the payments in cash are its movements
  `select 'cash' as what, e.posting_id from ledger_entries e where e.shift_id is not null and e.account_id <> ${ofRole('cash')}`,
  `select 'payments' as what, y.posting_id, sum(y.amount_minor) as paid,
     (select sum(e.amount_minor) from ledger_entries e where e.posting_id = y.posting_id and e.account_id = ${ofRole('cash')}) as moved
   from payments y where y.method = 'cash' group by y.posting_id having paid <> moved`,
  `select 'hold' as what, id from holds where captured_minor > amount_minor or (status = 'captured') <> (captured_minor is not null)`,
]

test('whatever three people do at once, what is kept is what the ledger says', async () => {
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 15, maxLength: 25 }), async (sequence) => {
      for (const step of sequence) {
        const reply = await run(step)
        if (reply?.ok) seen.add(step.what)
        if (reply && codeOf(reply) === 'INTERNAL') throw app.defects.at(-1)
      }
      expect([...ledgerFaults(app.file), ...findFaults()]).toEqual([])
    }),
    { numRuns: 12, endOnFailure: true },
  )
  // A property of refusals alone proves nothing
  expect(seen.size).toBeGreaterThan(12)
}, 240_000)
