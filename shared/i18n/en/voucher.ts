/** Vouchers: what was done. */
export const voucher = {
  done: {
    sell: 'Voucher sold',
  },
}
