/** Cashier shifts: what was done. */
export const shift = {
  done: {
    open: 'Shift opened',
    drop: 'Cash dropped to the safe',
    close: 'Shift closed',
  },
}
