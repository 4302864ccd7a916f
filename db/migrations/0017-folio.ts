import { type Kysely, sql } from 'kysely'

/** What is appended and never edited: a statement that changes or deletes a row of these tables fails. */
const appendOnly = [
  'postings',
  'folio_lines',
  'line_taxes',
  'ledger_entries',
  'payments',
  'papers',
  'paper_lines',
]

/**
 * Money at the desk. Every posting moves between accounts of one ledger: its entries (debit positive) add up to zero.
 * `folio_balances`, `ledger_days`, `deposits.held_minor` and `vouchers.left_minor` are kept with the postings in passing
 * and compared with them by doctor. Amounts are whole minor units of the hotel's currency; dates are business dates.
 */
const statements = [
  // --- the chart: accounts, taxes, transaction codes
  `create table folio_settings (
    id integer primary key check (id = 1), terms text not null, version integer not null
  ) strict`,
  // role: the one account that the program posts to for a purpose (guest ledger, deposits …)
  `create table ledger_accounts (
    id integer primary key, code text not null unique, name_en text not null, name_zh text not null, class text not null,
    role text unique, active integer not null, version integer not null
  ) strict`,
  `create table taxes (
    id integer primary key, code text not null unique, name_en text not null, name_zh text not null,
    account_id integer not null references ledger_accounts (id), terms text not null, active integer not null, version integer not null
  ) strict`,
  // taxes: ids as JSON, in the order in which they are computed
  `create table tax_rules (
    id integer primary key, code text not null unique, name_en text not null, name_zh text not null, taxes text not null,
    active integer not null, version integer not null
  ) strict`,
  `create table transaction_codes (
    id integer primary key, code text not null unique, name_en text not null, name_zh text not null, kind text not null,
    revenue_group text not null, account_id integer references ledger_accounts (id), tax_rule_id integer references tax_rules (id),
    method text, role text unique, price_minor integer, parts text not null, invoice_item text not null, active integer not null,
    version integer not null
  ) strict`,
  // What a rate includes, split to its codes: elements as JSON
  `create table packages (
    id integer primary key, code text not null unique, name_en text not null, name_zh text not null, terms text not null,
    active integer not null, version integer not null
  ) strict`,
  `create table fee_policies (
    id integer primary key, code text not null unique, name_en text not null, name_zh text not null, terms text not null,
    active integer not null, version integer not null
  ) strict`,
  // One unit of the foreign currency in the hotel's, as a decimal text
  `create table exchange_rates (
    id integer primary key, currency text not null, valid_from text not null, rate text not null, version integer not null,
    unique (currency, valid_from)
  ) strict`,

  // --- folios
  `create table folios (
    id integer primary key, kind text not null, code text unique, name text not null, booking_id integer references bookings (id),
    guest_id integer references guests (id), status text not null, opened_on text not null, closed_on text, skipped_on text,
    credit_limit_minor integer, no_post integer not null, share integer not null, share_from text, share_to text,
    version integer not null, check ((kind = 'booking') = (booking_id is not null))
  ) strict`,
  `create index folios_of_booking on folios (booking_id, id) where booking_id is not null`,
  `create index folios_of_guest on folios (guest_id, id) where guest_id is not null`,
  `create index folios_open on folios (kind, id) where status = 'open'`,
  `create table folio_windows (
    folio_id integer not null references folios (id) on delete cascade, window integer not null check (window between 1 and 8),
    payee_guest_id integer references guests (id), payee_account_id integer references accounts (id), payee text not null,
    primary key (folio_id, window)
  ) strict, without rowid`,
  `create index folio_windows_of_guest on folio_windows (payee_guest_id) where payee_guest_id is not null`,
  // Charges of a folio that another folio or window takes: terms as JSON
  `create table folio_routings (
    folio_id integer not null references folios (id) on delete cascade, n integer not null,
    to_folio_id integer not null references folios (id), to_window integer not null, terms text not null,
    primary key (folio_id, n)
  ) strict, without rowid`,
  `create index folio_routings_to on folio_routings (to_folio_id)`,
  `create table folio_balances (
    folio_id integer not null references folios (id) on delete cascade, window integer not null, balance_minor integer not null,
    primary key (folio_id, window)
  ) strict, without rowid`,

  // --- the ledger
  `create table shifts (
    id integer primary key, user_id integer not null references users (id), workstation text not null, business_date text not null,
    opened_at text not null, float_minor integer not null, status text not null, closed_at text, closed_on text, closed_by text, counted text,
    expected_minor integer, over_minor integer, dropped_minor integer not null, version integer not null
  ) strict`,
  `create unique index shifts_open on shifts (user_id) where status = 'open'`,
  `create index shifts_by_date on shifts (business_date, id)`,
  // origin: what may be posted once (a night of a booking); round: how often it was reversed and posted again
  `create table postings (
    id integer primary key, kind text not null, business_date text not null, moment text not null, actor text not null,
    workstation text not null, reason text, reverses integer unique references postings (id), origin text, round integer not null,
    shift_id integer references shifts (id), currency text not null
  ) strict`,
  `create unique index postings_once on postings (origin, round) where origin is not null`,
  `create index postings_by_date on postings (business_date, id)`,
  `create index postings_of_shift on postings (shift_id, id) where shift_id is not null`,
  // negates: the line that this one takes off its window as a whole (a correction, a transfer, a split)
  `create table folio_lines (
    id integer primary key, posting_id integer not null references postings (id), folio_id integer not null references folios (id),
    window integer not null, code_id integer not null references transaction_codes (id), business_date text not null,
    service_date text not null, text text not null, quantity integer not null, unit_minor integer not null,
    net_minor integer not null, gross_minor integer not null, booking_id integer references bookings (id), room_no text,
    negates integer unique references folio_lines (id), about integer references folio_lines (id), facts text
  ) strict`,
  `create index folio_lines_of_folio on folio_lines (folio_id, id)`,
  `create index folio_lines_of_posting on folio_lines (posting_id)`,
  `create index folio_lines_of_booking on folio_lines (booking_id, code_id, net_minor, gross_minor, service_date) where booking_id is not null`,
  `create index folio_lines_by_date on folio_lines (business_date, code_id, net_minor, gross_minor, folio_id)`,
  `create index folio_lines_about on folio_lines (about) where about is not null`,
  `create table line_taxes (
    line_id integer not null references folio_lines (id), n integer not null, tax_id integer not null references taxes (id),
    business_date text not null, rate text not null, base_minor integer not null, tax_minor integer not null,
    primary key (line_id, n)
  ) strict, without rowid`,
  `create index line_taxes_by_date on line_taxes (business_date, tax_id, rate, base_minor, tax_minor)`,
  `create table ledger_entries (
    posting_id integer not null references postings (id), n integer not null, account_id integer not null references ledger_accounts (id),
    amount_minor integer not null, folio_id integer references folios (id), window integer, party_account_id integer references accounts (id),
    deposit_id integer, shift_id integer references shifts (id), currency text, foreign_minor integer,
    primary key (posting_id, n)
  ) strict, without rowid`,
  `create index ledger_entries_of_party on ledger_entries (party_account_id, posting_id, amount_minor) where party_account_id is not null`,
  `create index ledger_entries_of_shift on ledger_entries (shift_id, account_id, currency, amount_minor, foreign_minor) where shift_id is not null`,
  `create table ledger_days (
    business_date text not null, account_id integer not null references ledger_accounts (id), debit_minor integer not null,
    credit_minor integer not null, primary key (business_date, account_id)
  ) strict, without rowid`,
  // What was paid and how; amount_minor is what came in (refunds and paid-outs: negative)
  `create table payments (
    posting_id integer not null references postings (id), n integer not null, folio_id integer references folios (id),
    line_id integer references folio_lines (id), deposit_id integer, code_id integer not null references transaction_codes (id),
    method text not null, business_date text not null, amount_minor integer not null, currency text not null, foreign_minor integer,
    rate text, tendered_minor integer, change_minor integer, brand text not null, last_four text not null, reference text not null,
    account_id integer references accounts (id), voucher_id integer, shift_id integer references shifts (id), actor text not null,
    primary key (posting_id, n)
  ) strict, without rowid`,
  `create index payments_by_date on payments (business_date, code_id, actor, amount_minor)`,
  `create index payments_of_folio on payments (folio_id) where folio_id is not null`,
  `create index payments_of_shift on payments (shift_id, code_id, amount_minor) where shift_id is not null`,

  // --- deposits, holds, vouchers, account items
  // kind: deposit (before arrival) or key (押金); held_minor: what is left of it
  `create table deposits (
    id integer primary key, kind text not null, slip_no text not null, folio_id integer not null references folios (id),
    booking_id integer references bookings (id), taken_on text not null, code_id integer not null references transaction_codes (id),
    amount_minor integer not null, held_minor integer not null, slip_lost integer not null, note text not null, version integer not null,
    check (held_minor between 0 and amount_minor), unique (kind, slip_no)
  ) strict`,
  `create index deposits_of_folio on deposits (folio_id, id)`,
  `create index deposits_of_booking on deposits (booking_id, id) where booking_id is not null`,
  `create index deposits_held on deposits (kind, id) where held_minor > 0`,
  `create table deposit_moves (
    deposit_id integer not null references deposits (id), posting_id integer not null references postings (id), kind text not null,
    amount_minor integer not null, primary key (deposit_id, posting_id, kind)
  ) strict, without rowid`,
  `create table holds (
    id integer primary key, folio_id integer not null references folios (id), amount_minor integer not null, brand text not null,
    last_four text not null, approval text not null, taken_on text not null, expires_on text not null, status text not null,
    captured_minor integer, ended_on text, version integer not null
  ) strict`,
  `create index holds_of_folio on holds (folio_id, id)`,
  `create index holds_open on holds (expires_on, id) where status = 'held'`,
  `create table vouchers (
    id integer primary key, number text not null unique, sold_on text not null, expires_on text, amount_minor integer not null,
    left_minor integer not null, line_id integer references folio_lines (id), version integer not null,
    check (left_minor between 0 and amount_minor)
  ) strict`,
  `create index vouchers_of_line on vouchers (line_id) where line_id is not null`,
  `create index vouchers_left on vouchers (id) where left_minor > 0`,
  // What accounts owe (city ledger), item by item
  `create table account_items (
    posting_id integer not null references postings (id), n integer not null, account_id integer not null references accounts (id),
    dated text not null, due_on text not null, reference text not null, amount_minor integer not null, paper_id integer,
    primary key (posting_id, n)
  ) strict, without rowid`,
  `create index account_items_of on account_items (account_id, dated)`,

  // --- paper
  `create table paper_series (
    id integer primary key, code text not null unique, kind text not null, prefix text not null, digits integer not null,
    active integer not null, version integer not null
  ) strict`,
  `create table paper_numbers (
    series_id integer not null references paper_series (id), year integer not null, first integer not null, next integer not null,
    primary key (series_id, year)
  ) strict, without rowid`,
  // content: what was printed, as it was; reverses: the invoice that a credit note takes back
  `create table papers (
    id integer primary key, kind text not null, series_id integer not null references paper_series (id), year integer not null,
    number integer not null, label text not null, issued_on text not null, business_date text not null, moment text not null,
    actor text not null, folio_id integer references folios (id), window integer, posting_id integer references postings (id),
    language text not null, payee_name text not null, content text not null, net_minor integer not null, tax_minor integer not null,
    gross_minor integer not null, reverses integer unique references papers (id), unique (series_id, year, number)
  ) strict`,
  `create index papers_by_label on papers (label)`,
  // As foldLabel makes it: case and separators are nobody's to remember
  `create index papers_by_folded_label on papers (replace(replace(replace(replace(upper(label), '-', ''), '/', ''), '.', ''), ' ', ''))`,
  `create index papers_of_folio on papers (folio_id, id)`,
  `create index papers_by_date on papers (issued_on, id)`,
  // A line is on one invoice at a time: after a credit note it may be invoiced again, a round further
  `create table paper_lines (
    line_id integer not null references folio_lines (id), round integer not null, kind text not null, paper_id integer not null references papers (id),
    primary key (line_id, round, kind)
  ) strict, without rowid`,
  `create index paper_lines_of on paper_lines (paper_id)`,
  // How often it was printed after the first time
  `create table paper_prints (
    paper_id integer primary key references papers (id), copies integer not null
  ) strict`,
  `create table fapiao (
    id integer primary key, folio_id integer not null references folios (id), kind text not null, title text not null, tax_no text not null,
    details text not null, status text not null, amount_minor integer not null, asked_on text not null, exported_on text, number text,
    issued_on text, red_number text, red_on text, version integer not null
  ) strict`,
  `create index fapiao_of_folio on fapiao (folio_id, id)`,
  `create index fapiao_open on fapiao (status, id)`,
  `create table fapiao_lines (
    line_id integer not null references folio_lines (id), round integer not null, fapiao_id integer not null references fapiao (id) on delete cascade,
    primary key (line_id, round)
  ) strict, without rowid`,
  `create index fapiao_lines_of on fapiao_lines (fapiao_id)`,
  ...appendOnly.flatMap((table) => [
    `create trigger ${table}_keep before delete on ${table} begin select raise(abort, 'the ledger is append-only'); end`,
    `create trigger ${table}_stay before update on ${table} begin select raise(abort, 'the ledger is append-only'); end`,
  ]),
]

/** Adds the tables of folios and of the ledger, all empty. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
