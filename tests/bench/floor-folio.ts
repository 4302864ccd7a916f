/** Charges and settlements by hand: one transaction with all that the command writes, committed at synchronous=FULL. */
import { createHash, randomBytes } from 'node:crypto'
import type { RawDatabase } from '#db/dialect/sqlite/connection.ts'
import type { BusinessDate } from '#shared/values/index.ts'

/** What the chart says of the code that is charged, of its one tax in the price, and of the accounts. */
export type BenchChart = {
  currency: string
  codeId: number
  payCodeId: number
  revenue: number
  taxId: number
  taxAccount: number
  guests: number
  bank: number
  percent: number
}

export function readBenchChart(raw: RawDatabase): BenchChart {
  return raw
    .prepare(
      `select (select currency from settings) as currency, c.id as codeId, p.id as payCodeId, c.account_id as revenue, t.id as taxId,
         t.account_id as taxAccount, (select id from ledger_accounts where role = 'guest-ledger') as guests, p.account_id as bank,
         cast(json_extract(t.terms, '$.rates[0].basis.percent') as integer) as percent
       from transaction_codes c join tax_rules r on r.id = c.tax_rule_id join taxes t on t.id = json_extract(r.taxes, '$[0]')
         join transaction_codes p on p.method = 'wechat' where c.code = 'REST'`,
    )
    .get() as BenchChart
}

export type ChargeInput = { requestId: string; folioId: number; amountMinor: number }
export type SettleInput = { requestId: string; folioId: number; version: number; amountMinor: number }

/** What both acts read before they write. */
function readStatements(raw: RawDatabase) {
  return {
    receipt: raw.prepare('select asked from receipts where request_id = ?'),
    folio: raw.prepare('select status, booking_id, credit_limit_minor, version from folios where id = ?'),
    routings: raw.prepare('select * from folio_routings where folio_id = ?'),
    code: raw.prepare(
      `select c.kind, c.active, c.account_id, r.taxes, t.terms from transaction_codes c left join tax_rules r on r.id = c.tax_rule_id
       left join taxes t on t.id = json_extract(r.taxes, '$[0]') where c.id = ?`,
    ),
    ids: raw.prepare(
      `select 1 + max(coalesce((select max(id) from postings), 0), coalesce((select max(entity_id) from changes where entity = 'posting'), 0)) as posting,
         1 + coalesce((select max(id) from folio_lines), 0) as line`,
    ),
    open: raw.prepare('select window from folio_balances where folio_id = ? and balance_minor <> 0'),
    held: raw.prepare(
      `select (select count(*) from deposits where folio_id = $id and held_minor > 0)
        + (select count(*) from holds where folio_id = $id and status = 'held') as n`,
    ),
    head: raw.prepare('select seq, hash from change_head where id = 1'),
  }
}

/** What a posting and its row of the log are written by. */
function writeStatements(raw: RawDatabase) {
  const insert = (table: string, columns: string) => raw.prepare(insertOf(table, columns))
  return {
    posting: insert('postings', 'id kind business_date moment actor workstation round currency'),
    line: insert(
      'folio_lines',
      'id posting_id folio_id window code_id business_date service_date text quantity unit_minor net_minor gross_minor facts',
    ),
    tax: insert('line_taxes', 'line_id n tax_id business_date rate base_minor tax_minor'),
    entry: insert('ledger_entries', 'posting_id n account_id amount_minor folio_id window'),
    payment: insert(
      'payments',
      'posting_id n folio_id line_id code_id method business_date amount_minor currency brand last_four reference actor',
    ),
    balance: raw.prepare(
      `insert into folio_balances values (?, 1, ?) on conflict (folio_id, window)
       do update set balance_minor = balance_minor + excluded.balance_minor`,
    ),
    day: raw.prepare(
      `insert into ledger_days values (?, ?, ?, ?) on conflict (business_date, account_id)
       do update set debit_minor = debit_minor + excluded.debit_minor, credit_minor = credit_minor + excluded.credit_minor`,
    ),
    close: raw.prepare(
      "update folios set status = 'closed', closed_on = ?, version = version + 1 where id = ?",
    ),
    setHead: raw.prepare('update change_head set seq = ?, hash = ? where id = 1'),
    change: insert(
      'changes',
      'seq command moment business_date actor workstation operation entity entity_id after before request_id hash salt',
    ),
    answer: raw.prepare('insert into receipts (request_id, asked, change, output) values (?, ?, ?, ?)'),
  }
}

type Floor = {
  chart: BenchChart
  today: BusinessDate
  read: ReturnType<typeof readStatements>
  write: ReturnType<typeof writeStatements>
  begin: () => void
  commit: () => void
  /** The end of the log. */
  last: { seq: number; hash: string }
}
/** Of which command a row is. */
type Act = { operation: string; command: number; requestId: string; now: string }
type Changed = { entity: string; id: number; before: object | null; after: object }

/** The same two acts as the commands, on a house account's first window. */
export function folioFloor(raw: RawDatabase, today: BusinessDate, chart: BenchChart) {
  const read = readStatements(raw)
  const begin = raw.prepare('begin immediate')
  const commit = raw.prepare('commit')
  const floor: Floor = {
    chart,
    today,
    read,
    write: writeStatements(raw),
    begin: () => void begin.run(),
    commit: () => void commit.run(),
    last: read.head.get() as Floor['last'],
  }
  return {
    charge: (input: ChargeInput) =>
      inOne(floor, input.requestId, 'folio.charge', (act) => charge(floor, act, input)),
    settle: (input: SettleInput) =>
      inOne(floor, input.requestId, 'folio.settle', (act) => settle(floor, act, input)),
  }
}

function inOne<T>(floor: Floor, requestId: string, operation: string, body: (act: Act) => T): T {
  const { read, write } = floor
  const now = new Date().toISOString()
  floor.begin()
  if (read.receipt.get(requestId)) throw new Error('done before')
  const command = floor.last.seq + 1
  const output = body({ operation, command, requestId, now })
  write.setHead.run(floor.last.seq, floor.last.hash)
  write.answer.run(requestId, operation, command, JSON.stringify(output))
  floor.commit()
  return output
}

function charge(floor: Floor, act: Act, { folioId, amountMinor }: ChargeInput): { lines: number } {
  const { chart, read } = floor
  const on = read.folio.get(folioId) as { status: string }
  const by = read.code.get(chart.codeId) as { active: number }
  if (on.status !== 'open' || !by.active || read.routings.all(folioId).length > 0) throw new Error('refused')
  const net = Math.floor((amountMinor * 200 + 100 + chart.percent) / (2 * (100 + chart.percent)))
  const line = { folioId, codeId: chart.codeId, grossMinor: amountMinor }
  const id = post(floor, act, 'charge', line, amountMinor - net)
  log(floor, act, postingChange(floor, 'charge', id, line))
  return { lines: 1 }
}

function settle(floor: Floor, act: Act, input: SettleInput): { lines: number } {
  const { chart, today, read, write } = floor
  const { folioId, version, amountMinor } = input
  const on = read.folio.get(folioId) as { status: string; version: number }
  const by = read.code.get(chart.payCodeId) as { active: number }
  if (on.status !== 'open' || on.version !== version || !by.active) throw new Error('refused')
  const line = { folioId, codeId: chart.payCodeId, grossMinor: -amountMinor }
  const id = post(floor, act, 'payment', line, 0)
  const isHeld = (read.held.get({ id: folioId }) as { n: number }).n > 0
  if (read.open.all(folioId).length > 0 || isHeld) throw new Error('open')
  write.close.run(today, folioId)
  log(floor, act, postingChange(floor, 'payment', id, line))
  const before = { status: 'open', closedOn: null }
  const after = { status: 'closed', closedOn: today }
  log(floor, act, { entity: 'folio', id: folioId, before, after })
  return { lines: 1 }
}

type LineOf = { folioId: number; codeId: number; grossMinor: number }
type Ids = { posting: number; line: number }

/** A line with its tax, its entries, what they add to the day and to the folio, and the payment where it is one. */
function post(floor: Floor, act: Act, kind: 'charge' | 'payment', line: LineOf, taxMinor: number): Ids {
  const { chart, today, read, write } = floor
  const { folioId, codeId, grossMinor } = line
  const netMinor = grossMinor - taxMinor
  const ids = read.ids.get() as Ids
  const isCharge = kind === 'charge'
  const facts = { adults: 1, childAges: [], nightNo: 0, nights: 0, business: false }
  const told = isCharge ? JSON.stringify({ date: today, quantity: 1000, ...facts }) : null
  const one = [codeId, today, today, '', 1000, grossMinor, netMinor, grossMinor, told]
  write.posting.run(ids.posting, kind, today, act.now, 'cli:bench', 'BENCH', 0, chart.currency)
  write.line.run(ids.line, ids.posting, folioId, 1, ...one)
  if (isCharge) write.tax.run(ids.line, 0, chart.taxId, today, String(chart.percent), netMinor, taxMinor)
  const sides: [number, number][] = isCharge
    ? [
        [chart.guests, grossMinor],
        [chart.revenue, -netMinor],
        [chart.taxAccount, -taxMinor],
      ]
    : [
        [chart.guests, grossMinor],
        [chart.bank, -grossMinor],
      ]
  sides.forEach(([account, minor], n) => {
    const place = account === chart.guests ? [folioId, 1] : [null, null]
    write.entry.run(ids.posting, n, account, minor, ...place)
    write.day.run(today, account, Math.max(0, minor), Math.max(0, -minor))
  })
  if (!isCharge) {
    const paid = [codeId, 'wechat', today, -grossMinor, chart.currency, '', '', '', 'cli:bench']
    write.payment.run(ids.posting, 0, folioId, ids.line, ...paid)
  }
  write.balance.run(folioId, grossMinor)
  return ids
}

function postingChange({ today }: Floor, kind: string, ids: Ids, line: LineOf): Changed {
  const { folioId, codeId, grossMinor } = line
  const own = { folioId, window: 1, codeId, serviceDate: today, grossMinor }
  const head = { kind, businessDate: today, folioId, amountMinor: grossMinor }
  return {
    entity: 'posting',
    id: ids.posting,
    before: null,
    after: { ...head, lines: { [ids.line]: own } },
  }
}

function log(floor: Floor, act: Act, { entity, id, before, after }: Changed): void {
  const { operation, command, requestId, now } = act
  const salt = randomBytes(16).toString('base64url')
  const seq = floor.last.seq + 1
  const who = [floor.today, 'cli:bench', 'BENCH', operation]
  const what = [entity, id, JSON.stringify(after), before && JSON.stringify(before)]
  const row = [seq, command, now, ...who, ...what, requestId]
  const hash = sha256([floor.last.hash, ...row, sha256([salt, requestId])])
  floor.write.change.run(...row, hash, salt)
  floor.last = { seq, hash }
}

/** A folio with its lines and taxes by hand, as its screen needs them. */
export function folioGetFloor(
  raw: RawDatabase,
): (id: number) => { lines: number; balanceMinor: number; taxMinor: number } {
  const head = raw.prepare(
    'select f.*, (select sum(balance_minor) from folio_balances where folio_id = f.id) as balance from folios f where f.id = ?',
  )
  const windows = raw.prepare('select * from folio_windows where folio_id = ?')
  const lines = raw.prepare(
    `select l.*, p.kind, p.moment, p.actor, p.reason, c.code, c.name_en, c.name_zh, y.method, y.reference from folio_lines l
     join postings p on p.id = l.posting_id join transaction_codes c on c.id = l.code_id
     left join payments y on y.posting_id = l.posting_id and y.line_id = l.id where l.folio_id = ? order by l.service_date, l.id`,
  )
  const taxes = raw.prepare(
    'select t.* from folio_lines l join line_taxes t on t.line_id = l.id where l.folio_id = ?',
  )
  return (id) => {
    const { balance } = head.get(id) as { balance: number }
    windows.all(id)
    const rows = lines.all(id)
    const taxMinor = (taxes.all(id) as { tax_minor: number }[]).reduce((sum, row) => sum + row.tax_minor, 0)
    return { lines: rows.length, balanceMinor: balance, taxMinor }
  }
}

function sha256(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
}

function insertOf(table: string, columns: string): string {
  const names = columns.split(' ')
  return `insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`
}
