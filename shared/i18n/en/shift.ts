/** Cashier shifts: what was done. */
export const shift = {
  done: {
    open: 'Shift opened',
    drop: 'Cash dropped to the safe',
    close: 'Shift closed',
    file: 'Printed or saved',
  },
  reportName: {
    shift: 'Cashier shift report',
  },
  paper: {
    shift: 'Shift',
    file: 'Shift {{id}} {{date}}',
    number: 'Shift {{id}}',
    at: 'Desk',
    by: 'counted by {{name}}',
    printed: 'Printed',
    drops: 'Dropped to the safe',
    face: 'Note or coin',
    pieces: 'Pieces',
    total: 'Total',
    signCashier: 'Cashier’s signature',
    signReceiver: 'Received by',
    part: 'Part',
    item: 'Item',
    detail: 'Detail',
    inCurrency: 'Amount in its currency',
    inHotels: 'Amount in {{currency}}',
  },
}
