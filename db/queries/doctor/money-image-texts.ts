import { flag, json, type Kind, object } from './image-kind.ts'

const named = { code: 'code', nameEn: 'name_en', nameZh: 'name_zh' }

const printed = "json_object('guestId', payee_guest_id, 'accountId', payee_account_id)"

const term = (name: string) => `terms -> '$.${name}'`

const routing = object({
  toFolioId: 'to_folio_id',
  toWindow: 'to_window',
  codeIds: term('codeIds'),
  groups: term('groups'),
  from: term('from'),
  to: term('to'),
  weekdays: term('weekdays'),
})

const ofFolio = (table: string, key: string, column: string, value: string) =>
  `(select json_group_object(${key}, iif(json_valid(${column}), ${value}, ${column}) order by ${key}) from ${table} where folio_id = t.id)`

const line = object({
  folioId: 'folio_id',
  window: 'window',
  codeId: 'code_id',
  serviceDate: 'service_date',
  grossMinor: 'gross_minor',
})

/** The chart of money, and what is kept under it. */
export const moneyKinds: readonly Kind[] = [
  {
    entity: 'folio-setting',
    table: 'folio_settings',
    text: `iif(json_valid(terms), json(terms), json_object('chart', terms))`,
  },
  {
    entity: 'ledger-account',
    table: 'ledger_accounts',
    text: object({ ...named, class: 'class', role: 'role', active: flag('active') }),
  },
  {
    entity: 'tax',
    table: 'taxes',
    text: object({ ...named, accountId: 'account_id', terms: json('terms'), active: flag('active') }),
  },
  {
    entity: 'tax-rule',
    table: 'tax_rules',
    text: object({ ...named, taxes: json('taxes'), active: flag('active') }),
  },
  {
    entity: 'transaction-code',
    table: 'transaction_codes',
    text: object({
      ...named,
      kind: 'kind',
      group: 'revenue_group',
      accountId: 'account_id',
      taxRuleId: 'tax_rule_id',
      method: 'method',
      role: 'role',
      priceMinor: 'price_minor',
      parts: json('parts'),
      invoiceItem: 'invoice_item',
      active: flag('active'),
    }),
  },
  {
    entity: 'package',
    table: 'packages',
    text: object({ ...named, terms: json('terms'), active: flag('active') }),
  },
  {
    entity: 'fee-policy',
    table: 'fee_policies',
    text: object({ ...named, terms: json('terms'), active: flag('active') }),
  },
  {
    entity: 'exchange-rate',
    table: 'exchange_rates',
    text: object({ currency: 'currency', validFrom: 'valid_from', rate: 'rate' }),
  },
  {
    entity: 'paper-series',
    table: 'paper_series',
    text: object({
      code: 'code',
      kind: 'kind',
      prefix: 'prefix',
      digits: 'digits',
      active: flag('active'),
    }),
  },
  {
    entity: 'folio',
    table: 'folios',
    text: object({
      kind: 'kind',
      code: 'code',
      bookingId: 'booking_id',
      guestId: 'guest_id',
      status: 'status',
      openedOn: 'opened_on',
      closedOn: 'closed_on',
      skippedOn: 'skipped_on',
      creditLimitMinor: 'credit_limit_minor',
      noPost: flag('no_post'),
      share: 'share',
      shareFrom: 'share_from',
      shareTo: 'share_to',
      routings: ofFolio('folio_routings', 'n', 'terms', routing),
      name: 'name',
      windows: ofFolio('folio_windows', 'window', 'payee', `json_patch(${printed}, payee)`),
    }),
  },
  {
    // Whose story a posting belongs to is in the log alone
    entity: 'posting',
    table: 'postings',
    text: object({
      kind: 'kind',
      businessDate: 'business_date',
      reverses: 'reverses',
      amountMinor: '(select coalesce(sum(gross_minor), 0) from folio_lines where posting_id = t.id)',
      lines: `(select json_group_object(id, ${line} order by id) from folio_lines where posting_id = t.id)`,
      texts: `(select json_group_object(id, text order by id) from folio_lines where posting_id = t.id and text <> '')`,
    }),
  },
  {
    entity: 'deposit',
    table: 'deposits',
    text: object({
      kind: 'kind',
      slipNo: 'slip_no',
      folioId: 'folio_id',
      bookingId: 'booking_id',
      takenOn: 'taken_on',
      codeId: 'code_id',
      amountMinor: 'amount_minor',
      heldMinor: 'held_minor',
      slipLost: flag('slip_lost'),
      note: 'note',
    }),
  },
  {
    entity: 'hold',
    table: 'holds',
    text: object({
      folioId: 'folio_id',
      amountMinor: 'amount_minor',
      takenOn: 'taken_on',
      expiresOn: 'expires_on',
      status: 'status',
      capturedMinor: 'captured_minor',
      endedOn: 'ended_on',
      brand: 'brand',
      lastFour: 'last_four',
      approval: 'approval',
    }),
  },
  {
    entity: 'voucher',
    table: 'vouchers',
    text: object({
      number: 'number',
      soldOn: 'sold_on',
      expiresOn: 'expires_on',
      amountMinor: 'amount_minor',
      leftMinor: 'left_minor',
      lineId: 'line_id',
    }),
  },
  {
    entity: 'shift',
    table: 'shifts',
    text: object({
      userId: 'user_id',
      workstation: 'workstation',
      businessDate: 'business_date',
      openedAt: 'opened_at',
      floatMinor: 'float_minor',
      status: 'status',
      closedAt: 'closed_at',
      closedOn: 'closed_on',
      closedBy: 'closed_by',
      counted: json('counted'),
      expectedMinor: 'expected_minor',
      overMinor: 'over_minor',
      droppedMinor: 'dropped_minor',
    }),
  },
  {
    entity: 'paper',
    table: 'papers',
    text: object({
      kind: 'kind',
      label: 'label',
      issuedOn: 'issued_on',
      folioId: 'folio_id',
      window: 'window',
      postingId: 'posting_id',
      reverses: 'reverses',
      language: 'language',
      netMinor: 'net_minor',
      taxMinor: 'tax_minor',
      grossMinor: 'gross_minor',
      payeeName: 'payee_name',
    }),
  },
  {
    entity: 'fapiao',
    table: 'fapiao',
    text: object({
      folioId: 'folio_id',
      kind: 'kind',
      status: 'status',
      amountMinor: 'amount_minor',
      askedOn: 'asked_on',
      exportedOn: 'exported_on',
      number: 'number',
      issuedOn: 'issued_on',
      redNumber: 'red_number',
      redOn: 'red_on',
      title: 'title',
      taxNo: 'tax_no',
      details: json('details'),
    }),
  },
]
