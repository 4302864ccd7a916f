/** Which accounts a posting moves: pure, from its lines and the hotel's chart. */
import type { FolioLineId, LedgerAccountId } from '../../values/index.ts'
import type { AccountRole, RoleAccounts, TransactionCode } from './chart.ts'
import type { Chart } from './chart-of-hotel.ts'
import type { Entry, LineDraft, PostingKind } from './posting.ts'

/** Postings that move lines from one place to another: what they are for stays as it was. */
const moves: ReadonlySet<PostingKind> = new Set(['transfer', 'split'])

/**
 * The entries of a posting: what each folio owes against where the amount comes from or goes to; they add up to zero.
 * `sides` are entries beside the lines (a count that was over, a drop to the safe).
 */
export function entriesOf(
  chart: Chart,
  kind: PostingKind,
  lines: readonly LineDraft[],
  sides: readonly Entry[] = [],
): Entry[] {
  const entries = lines.flatMap((line) => [
    guestSide(chart, line),
    ...(moves.has(kind) ? [] : otherSide(chart, line)),
  ])
  return merged([...entries, ...sides])
}

/** The account of a role; a chart without it can't post, which loading a chart rules out. */
export function accountOfRole(roles: Partial<RoleAccounts>, role: AccountRole): LedgerAccountId {
  const id = roles[role]
  if (id === undefined) throw new Error(`the chart has no account for ${role}`)
  return id
}

function guestSide({ roles }: Chart, line: LineDraft): Entry {
  return {
    accountId: accountOfRole(roles, 'guest-ledger'),
    amountMinor: line.grossMinor,
    folioId: line.folioId,
    window: line.window,
  }
}

function otherSide(chart: Chart, line: LineDraft): Entry[] {
  if (line.depositId !== undefined) {
    return [
      {
        accountId: depositAccount(chart, line.depositKind),
        amountMinor: -line.grossMinor,
        depositId: line.depositId,
      },
    ]
  }
  const code = chart.codes.get(line.codeId)
  if (!code) throw new Error(`no code ${line.codeId}`)
  if (line.payment) return [paymentSide(chart, code, line.payment)]
  // Whatever account the code has: what vouchers are worth is one account, which their payments move too
  if (code.kind === 'voucher')
    return [{ accountId: accountOfRole(chart.roles, 'vouchers'), amountMinor: -line.grossMinor }]
  const taxes = line.taxes.map((tax) => ({
    accountId: taxAccount(chart, tax.taxId),
    amountMinor: -tax.taxMinor,
  }))
  return [{ accountId: ownAccount(code), amountMinor: -line.netMinor }, ...taxes]
}

function depositAccount({ roles }: Chart, kind: LineDraft['depositKind']): LedgerAccountId {
  return accountOfRole(roles, kind === 'key' ? 'key-deposits' : 'deposits')
}

/** Where money that comes in goes to (and comes from, when it is given out). */
export function paymentSide(
  chart: Chart,
  code: TransactionCode,
  payment: NonNullable<LineDraft['payment']>,
): Entry {
  const { method, amountMinor, currency, foreignMinor, accountId, shiftId } = payment
  const abroad = foreignMinor === null ? {} : { currency, foreignMinor }
  if (method === 'cash') {
    return {
      accountId: accountOfRole(chart.roles, 'cash'),
      amountMinor,
      ...abroad,
      ...(shiftId === null ? {} : { shiftId }),
    }
  }
  if (method === 'account' && accountId !== null) {
    return { accountId: accountOfRole(chart.roles, 'city-ledger'), amountMinor, partyAccountId: accountId }
  }
  if (method === 'voucher') return { accountId: accountOfRole(chart.roles, 'vouchers'), amountMinor }
  return { accountId: ownAccount(code), amountMinor }
}

function ownAccount(code: TransactionCode): LedgerAccountId {
  if (code.accountId === null) throw new Error(`code ${code.code} has no account`)
  return code.accountId
}

function taxAccount({ taxes }: Chart, id: LineDraft['taxes'][number]['taxId']): LedgerAccountId {
  const tax = taxes.get(id)
  if (!tax) throw new Error(`no tax ${id}`)
  return tax.accountId
}

/** One entry for each account and sub-ledger; those that come to nothing are left out. */
function merged(entries: readonly Entry[]): Entry[] {
  const byPlace = new Map<string, Entry>()
  for (const entry of entries) {
    const { amountMinor, foreignMinor, ...place } = entry
    const key = JSON.stringify([
      place.accountId,
      place.folioId,
      place.window,
      place.partyAccountId,
      place.depositId,
      place.shiftId,
      place.currency,
    ])
    const sum = byPlace.get(key)
    if (!sum) byPlace.set(key, { ...entry })
    else {
      sum.amountMinor += amountMinor
      if (foreignMinor !== undefined) sum.foreignMinor = (sum.foreignMinor ?? 0) + foreignMinor
    }
  }
  return [...byPlace.values()].filter(({ amountMinor, foreignMinor }) => amountMinor !== 0 || foreignMinor)
}

/** What a balanced posting comes to: zero. */
export function sumOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
}

/** The lines that are left when each that was taken off is left out together with what took it off. */
export function liveLines<L extends { id: FolioLineId; negates: FolioLineId | null }>(
  lines: readonly L[],
): L[] {
  const gone = new Set(lines.flatMap(({ negates }) => (negates === null ? [] : [negates])))
  return lines.filter(({ id, negates }) => negates === null && !gone.has(id))
}
