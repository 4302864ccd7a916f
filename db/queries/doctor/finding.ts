export type Finding = {
  /** `note`: in order, and said; `warning`: worth knowing; `error`: the store is not what it should be. */
  severity: 'error' | 'warning' | 'note'
  code:
    | 'INTEGRITY'
    | 'UNREADABLE'
    | 'FOREIGN_KEY'
    | 'CHANGES_ERASED'
    | 'CHANGE_EDITED'
    | 'CHANGE_UNREADABLE'
    | 'CHANGE_MISSING'
    | 'CHANGE_MISPLACED'
    | 'CHANGE_HEAD'
    | 'CHANGES_LOST'
    | 'OTHERS_MAY_WRITE'
    | 'GUEST_UNLOGGED'
    | 'BOOKING_UNLOGGED'
    | 'REQUEST_UNLOGGED'
    | 'SOURCE_RECORD'
    | 'TRIGGER_MISSING'
    | 'NIGHTS_DIFFER'
    | 'NIGHTS_LIVE'
    | 'SUMS_DIFFER'
    | 'SEARCH_MISSING'
    | 'SEARCH_LEFT_OVER'
    | 'VERSION'
    | 'SCHEMA_MISSING'
    | 'SCHEMA_CHANGED'
    | 'SCHEMA_ADDED'
    | 'IMAGE_UNLOGGED'
    | 'IMAGE_DIFFERS'
    | 'IMAGE_GONE'
    | 'IMAGE_UNREADABLE'
    | 'NIGHT_TWICE'
    | 'POSTING_UNBALANCED'
    | 'POSTING_DATE'
    | 'LINES_DIFFER'
    | 'LINE_SUM'
    | 'PAYMENT_DIFFERS'
    | 'DAY_DIFFERS'
    | 'BALANCE_DIFFERS'
    | 'DEPOSIT_DIFFERS'
    | 'DEPOSIT_MOVES'
    | 'DEPOSIT_LEDGER'
    | 'VOUCHER_DIFFERS'
    | 'VOUCHER_LEDGER'
    | 'ITEMS_DIFFER'
    | 'PAPER_NUMBERS'
    | 'LINE_INVOICED_TWICE'
    | 'LINE_FAPIAO_TWICE'
    | 'SETTINGS'
    | 'BUSINESS_DATE'
  params: Record<string, string | number>
}

/** At most this many findings of a kind are named one by one. */
export const namedOfAKind = 20

export function error(code: Finding['code'], params: Finding['params']): Finding {
  return { severity: 'error', code, params }
}

/** How far a check is. */
export type Progress = (done: number, total: number) => void
