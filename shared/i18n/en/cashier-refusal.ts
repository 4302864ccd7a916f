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
}
