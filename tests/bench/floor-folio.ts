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

/** The same two acts as the commands, on a house account's first window. */
export function folioFloor(raw: RawDatabase, today: BusinessDate, chart: BenchChart) {
  const begin = raw.prepare('begin immediate')
  const commit = raw.prepare('commit')
  const receipt = raw.prepare('select asked from receipts where request_id = ?')
  const folio = raw.prepare('select status, booking_id, credit_limit_minor, version from folios where id = ?')
  const routings = raw.prepare('select * from folio_routings where folio_id = ?')
  const code = raw.prepare(
    `select c.kind, c.active, c.account_id, r.taxes, t.terms from transaction_codes c left join tax_rules r on r.id = c.tax_rule_id
     left join taxes t on t.id = json_extract(r.taxes, '$[0]') where c.id = ?`,
  )
  const ids = raw.prepare(
    `select 1 + max(coalesce((select max(id) from postings), 0), coalesce((select max(entity_id) from changes where entity = 'posting'), 0)) as posting,
       1 + coalesce((select max(id) from folio_lines), 0) as line`,
  )
  const posting = raw.prepare(
    insertOf('postings', 'id kind business_date moment actor workstation round currency'),
  )
  const line = raw.prepare(
    insertOf(
      'folio_lines',
      'id posting_id folio_id window code_id business_date service_date text quantity unit_minor net_minor gross_minor facts',
    ),
  )
  const tax = raw.prepare(insertOf('line_taxes', 'line_id n tax_id business_date rate base_minor tax_minor'))
  const entry = raw.prepare(
    insertOf('ledger_entries', 'posting_id n account_id amount_minor folio_id window'),
  )
  const payment = raw.prepare(
    insertOf(
      'payments',
      'posting_id n folio_id line_id code_id method business_date amount_minor currency brand last_four reference actor',
    ),
  )
  const balance = raw.prepare(
    `insert into folio_balances values (?, 1, ?) on conflict (folio_id, window)
     do update set balance_minor = balance_minor + excluded.balance_minor`,
  )
  const day = raw.prepare(
    `insert into ledger_days values (?, ?, ?, ?) on conflict (business_date, account_id)
     do update set debit_minor = debit_minor + excluded.debit_minor, credit_minor = credit_minor + excluded.credit_minor`,
  )
  const open = raw.prepare('select window from folio_balances where folio_id = ? and balance_minor <> 0')
  const held = raw.prepare(
    `select (select count(*) from deposits where folio_id = $id and held_minor > 0)
      + (select count(*) from holds where folio_id = $id and status = 'held') as n`,
  )
  const close = raw.prepare(
    "update folios set status = 'closed', closed_on = ?, version = version + 1 where id = ?",
  )
  const head = raw.prepare('select seq, hash from change_head where id = 1')
  const setHead = raw.prepare('update change_head set seq = ?, hash = ? where id = 1')
  const change = raw.prepare(
    insertOf(
      'changes',
      'seq command moment business_date actor workstation operation entity entity_id after before request_id hash salt',
    ),
  )
  const answer = raw.prepare('insert into receipts (request_id, asked, change, output) values (?, ?, ?, ?)')
  let last = head.get() as { seq: number; hash: string }

  function log(
    operation: string,
    command: number,
    entity: string,
    id: number,
    before: object | null,
    after: object,
    requestId: string,
    now: string,
  ) {
    const salt = randomBytes(16).toString('base64url')
    const row = [
      last.seq + 1,
      command,
      now,
      today,
      'cli:bench',
      'BENCH',
      operation,
      entity,
      id,
      JSON.stringify(after),
      before && JSON.stringify(before),
      requestId,
    ]
    const hash = sha256([last.hash, ...row, sha256([salt, requestId])])
    change.run(...row, hash, salt)
    last = { seq: last.seq + 1, hash }
  }

  function post(
    kind: string,
    folioId: number,
    codeId: number,
    amount: number,
    taxMinor: number,
    now: string,
  ) {
    const id = ids.get() as { posting: number; line: number }
    const facts = {
      date: today,
      quantity: 1000,
      adults: 1,
      childAges: [],
      nightNo: 0,
      nights: 0,
      business: false,
    }
    posting.run(id.posting, kind, today, now, 'cli:bench', 'BENCH', 0, chart.currency)
    line.run(
      id.line,
      id.posting,
      folioId,
      1,
      codeId,
      today,
      today,
      '',
      1000,
      amount,
      amount - taxMinor,
      amount,
      kind === 'charge' ? JSON.stringify(facts) : null,
    )
    if (kind === 'charge')
      tax.run(id.line, 0, chart.taxId, today, String(chart.percent), amount - taxMinor, taxMinor)
    const sides: [number, number][] =
      kind === 'charge'
        ? [
            [chart.guests, amount],
            [chart.revenue, taxMinor - amount],
            [chart.taxAccount, -taxMinor],
          ]
        : [
            [chart.guests, amount],
            [chart.bank, -amount],
          ]
    sides.forEach(([account, minor], n) => {
      entry.run(
        id.posting,
        n,
        account,
        minor,
        account === chart.guests ? folioId : null,
        account === chart.guests ? 1 : null,
      )
      day.run(today, account, Math.max(0, minor), Math.max(0, -minor))
    })
    if (kind === 'payment')
      payment.run(
        id.posting,
        0,
        folioId,
        id.line,
        codeId,
        'wechat',
        today,
        -amount,
        chart.currency,
        '',
        '',
        '',
        'cli:bench',
      )
    balance.run(folioId, amount)
    return id
  }

  function inOne<T>(requestId: string, operation: string, body: (command: number, now: string) => T): T {
    const now = new Date().toISOString()
    begin.run()
    if (receipt.get(requestId)) throw new Error('done before')
    const command = last.seq + 1
    const output = body(command, now)
    setHead.run(last.seq, last.hash)
    answer.run(requestId, operation, command, JSON.stringify(output))
    commit.run()
    return output
  }

  return {
    charge: ({ requestId, folioId, amountMinor }: ChargeInput) =>
      inOne(requestId, 'folio.charge', (command, now) => {
        const on = folio.get(folioId) as { status: string }
        const by = code.get(chart.codeId) as { active: number }
        if (on.status !== 'open' || !by.active || routings.all(folioId).length > 0) throw new Error('refused')
        const net = Math.floor((amountMinor * 200 + 100 + chart.percent) / (2 * (100 + chart.percent)))
        const { posting: id, line: lineId } = post(
          'charge',
          folioId,
          chart.codeId,
          amountMinor,
          amountMinor - net,
          now,
        )
        log(
          'folio.charge',
          command,
          'posting',
          id,
          null,
          {
            kind: 'charge',
            businessDate: today,
            folioId,
            amountMinor,
            lines: {
              [lineId]: {
                folioId,
                window: 1,
                codeId: chart.codeId,
                serviceDate: today,
                grossMinor: amountMinor,
              },
            },
          },
          requestId,
          now,
        )
        return { lines: 1 }
      }),
    settle: ({ requestId, folioId, version, amountMinor }: SettleInput) =>
      inOne(requestId, 'folio.settle', (command, now) => {
        const on = folio.get(folioId) as { status: string; version: number }
        const by = code.get(chart.payCodeId) as { active: number }
        if (on.status !== 'open' || on.version !== version || !by.active) throw new Error('refused')
        const { posting: id, line: lineId } = post('payment', folioId, chart.payCodeId, -amountMinor, 0, now)
        if (open.all(folioId).length > 0 || (held.get({ id: folioId }) as { n: number }).n > 0)
          throw new Error('open')
        close.run(today, folioId)
        log(
          'folio.settle',
          command,
          'posting',
          id,
          null,
          {
            kind: 'payment',
            businessDate: today,
            folioId,
            amountMinor: -amountMinor,
            lines: {
              [lineId]: {
                folioId,
                window: 1,
                codeId: chart.payCodeId,
                serviceDate: today,
                grossMinor: -amountMinor,
              },
            },
          },
          requestId,
          now,
        )
        log(
          'folio.settle',
          command,
          'folio',
          folioId,
          { status: 'open', closedOn: null },
          { status: 'closed', closedOn: today },
          requestId,
          now,
        )
        return { lines: 1 }
      }),
  }
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
