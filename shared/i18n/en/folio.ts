/** Folios: what was done, for the status line and the change log. */
export const folio = {
  done: {
    openForBooking: 'Folio opened',
    openAccount: 'Account opened',
    setPayee: 'Payee set',
    setTerms: 'Folio terms set',
    setRouting: 'Routing set',
    routeBookings: 'Bookings routed to their master account',
    removeRouting: 'Routing removed',
    charge: 'Charge posted',
    postRoom: 'Room and tax posted',
    postFee: 'Fee posted',
    adjustTaxes: 'Taxes adjusted',
    pay: 'Payment taken',
    refund: 'Refund given',
    payOut: 'Paid out',
    correct: 'Posting corrected',
    allow: 'Allowance given',
    transfer: 'Lines transferred',
    split: 'Line split',
    settle: 'Folio settled and closed',
    close: 'Folio closed',
    reopen: 'Folio reopened',
    markSkipped: 'Skipper noted',
  },
  refusal: {
    ACCOUNT_NEEDED: 'Choose the company or agency that this goes on account of.',
    RIGHT_NEEDED:
      'Posting above the limit needs the right “{{needed}}”. {{who}} can do it; or take a payment first.',
  },
}
