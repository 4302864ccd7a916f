/** Refusals of housekeeping that undo may answer too. */
export const housekeepingRefusal = {
  CLOSURE_OVERLAPS: 'Room {{room}} is already closed from {{from}} to {{to}}. Change that closure instead.',
  CLOSURE_PROMISED:
    'Room {{room}} is assigned from the night of {{night}}: {{bookings}}. Assign another room first, or choose other dates.',
  CLOSURE_OCCUPIED:
    'Somebody is in room {{room}}: {{bookings}}. Move the guest first, or begin after the departure.',
  CLOSURE_SOLD:
    '{{roomType}} has no room to spare for the night of {{night}}: {{bookings}}. Change one of these bookings, or take the room out of service instead.',
}

/** Housekeeping: the board, states, closures. */
export const housekeeping = {
  done: {
    saveSettings: 'Housekeeping rules saved',
    setRooms: 'Room status set',
    closeRoom: 'Room closed',
    changeClosure: 'Closure changed',
    reopenRoom: 'Room opened again',
  },
  refusal: {
    CLOSURE_UNKNOWN: 'This closure no longer exists. Reload the list.',
    CLOSURE_OVER: 'This closure ended on {{to}} and stays as it was. Make a new one.',
    CLOSURE_DATES: 'A closure ends after it begins. Choose a later end.',
    CLOSURE_TOO_LONG: 'A room is closed for {{max}} nights at most. Choose an earlier end.',
    RIGHT_NEEDED: 'Only a supervisor may set a room to inspected.',
  },
}

/** Fields of housekeeping. */
export const housekeepingFieldNames = {
  rooms: 'Rooms',
  state: 'Room status',
  since: 'Since',
  madeAt: 'Made at',
  madeBy: 'Made by',
  departureState: 'After a departure',
  stayOverState: 'After a night of a stay',
  reopenedState: 'When opened again',
  linenEvery: 'Nights between changes of linen',
  inspectionNeeded: 'Inspection before arrival',
  checkAfterDays: 'Days without service until someone looks in',
  departureCredits: 'Credits of a departure',
  stayOverCredits: 'Credits of a stay-over',
  linenCredits: 'Credits of fresh linen',
  pickupCredits: 'Credits of a pickup',
  dayCredits: 'Credits of an attendant’s day',
}
