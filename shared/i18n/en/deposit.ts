/** Deposits and 押金: what was done. */
export const deposit = {
  done: {
    take: 'Deposit taken',
    apply: 'Deposit applied',
    refund: 'Deposit refunded',
    forfeit: 'Deposit kept as a charge',
    reportLost: 'Lost slip noted',
  },
}
