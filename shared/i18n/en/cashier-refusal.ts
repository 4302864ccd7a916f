/** Refusals of what is held at the desk: drawers, deposits, pre-authorisations, vouchers. */
export const cashierRefusal = {
  CHART_NEEDED: 'This hotel has no chart of accounts yet. Load one under Settings, Money.',
  COUNT_FACE: '{{currency}} has no note or coin of {{faceMinor}}. Check the count.',
  COUNT_NOT_WHOLE:
    '{{currency}} {{faceMinor}}: {{pieces}} is not a number of pieces. Enter a whole number, 0 or more.',
  DROP_ABOVE_DRAWER: 'The drawer does not have that much. Check the amount.',
  SHIFT_CLOSED: 'This shift is closed, so its drawer has been counted and nothing in it changes.',
  SHIFT_NOT_COUNTED: 'This shift has not been counted. Close it first; its report says what was expected.',
  SHIFT_OPEN: 'You have an open shift already. Close it first.',
  SHIFT_OTHERS: 'This is another cashier’s shift. The cashier or a manager can close it.',
  SHIFT_UNKNOWN: 'This shift does not exist. Choose one from the list.',
  SHIFT_WITHOUT_USER: 'A shift belongs to a signed-in user. Sign in first.',
  CODE_UNKNOWN:
    'The hotel’s chart has no code for this, or it is no longer in use. Choose another, or add it under Settings, Money.',
  CODE_NOT_VOUCHER: '{{code}} does not sell vouchers. Choose a code for voucher sales.',
  CUTOVER_DIFFERS:
    '{{ledger}}: lines less old trial balance are {{offMinor}} and not zero. Check the lines, or accept the difference.',
  CUTOVER_DONE: 'Opening balances were posted before. Undo that first.',
  CUTOVER_EMPTY: 'There is nothing to take over. Enter lines or an amount.',
  CUTOVER_UNREADABLE: 'These lines can’t be read as a table. Save them as CSV, or copy them from a sheet.',
  CUTOVER_WRONG_one: '{{section}}, line {{line}}, {{field}}: {{mistake}}',
  CUTOVER_WRONG_other:
    '{{section}}, line {{line}}, {{field}}: {{mistake}} {{count}} fields are wrong in all.',
  DEPOSIT_METHOD: '{{code}} is not money that can be held. Choose cash, a card or a transfer.',
  DEPOSIT_OTHER_METHOD:
    'This deposit was taken by {{code}} and goes back the same way. A manager can give it back another way, with a reason.',
  DEPOSIT_SHORT: 'Only {{heldMinor}} is held on slip {{slip}}. Enter that or less.',
  DEPOSIT_UNKNOWN: 'This deposit does not exist. Choose one from the list.',
  HOLD_ABOVE:
    'The pre-authorisation is for {{heldMinor}}. Enter that or less, and take the rest as a payment.',
  HOLD_ENDS_BEFORE: '{{date}} is before today, {{today}}. Enter the day on which the pre-authorisation ends.',
  HOLD_EXPIRED: 'This pre-authorisation expired on {{on}}. Release it and take a new one, or take a payment.',
  HOLD_NOT_CARD:
    'A pre-authorisation is captured by a card. Choose a card code, or add one under Settings, Money.',
  HOLD_CAPTURED: 'This pre-authorisation was captured on {{on}}. Take a new one to charge more.',
  HOLD_RELEASED: 'This pre-authorisation was released on {{on}}. Take a new one.',
  HOLD_UNKNOWN: 'This pre-authorisation does not exist. Choose one from the list.',
  VOUCHER_ENDS_BEFORE: '{{date}} is before today, {{today}}. Enter a later day, or none.',
  VOUCHER_SPENT: '{{spentMinor}} of voucher {{number}} was already spent. Correct those payments first.',
  VOUCHER_TAKEN: 'Voucher {{number}} was sold before. Check the number.',
}

/** What the fields of drawers and of what is held are called. */
export const cashierFieldNames = {
  lost: 'Slip lost',
  approval: 'Approval code',
  trial: 'Trial balance',
  safeMinor: 'Cash in the safe',
  folios: 'Folios',
  deposits: 'Deposits',
  vouchers: 'Vouchers',
  slipNo: 'Slip number',
  takenOn: 'Taken on',
  dated: 'Dated',
  soldOn: 'Sold on',
  series: 'Series',
  next: 'Next number',
  acceptDifferences: 'Accept differences',
  line: 'Line',
  keyDeposits: 'Key deposits',
  cityLedger: 'City ledger',
  cash: 'Cash',
}
