/** Special requests: kinds, departments and what may be done with them; for every screen that shows some. */
export const request = {
  kind: {
    'high-floor': 'High floor',
    'medium-floor': 'Medium floor',
    'low-floor': 'Low floor',
    accessible: 'Accessible room',
    bathtub: 'Bathtub',
    shower: 'Shower',
    crib: 'Crib',
    king: 'King-size bed',
    twin: 'Twin beds',
    'near-elevator': 'Near the elevator',
    'away-from-elevator': 'Away from the elevator',
    quiet: 'Quiet room',
    'no-alcohol': 'No alcohol in the minibar',
    other: 'Other',
  },
  department: {
    'front-office': 'Front office',
    housekeeping: 'Housekeeping',
    engineering: 'Engineering',
    'food-and-beverage': 'Food and beverage',
    concierge: 'Concierge',
  },
  action: { acknowledge: 'Acknowledge', done: 'Done', decline: 'Decline', reopen: 'Reopen' },
  done: { create: 'Request added', update: 'Request changed', advance: 'Request status changed' },
  /** By its action. */
  doneOf: {
    advance: {
      acknowledge: 'Request acknowledged',
      done: 'Request done',
      decline: 'Request declined',
      reopen: 'Request reopened',
    },
  },
}
