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
    saveAttendant: 'Attendant saved',
    assign: 'Work shared out',
    giveRooms: 'Rooms given',
    noteVisit: 'Visit noted',
    noteSeen: 'Persons in the room noted',
    settleDiscrepancy: 'Discrepancy settled',
    chargeRoom: 'Charged to the room',
  },
  refusal: {
    CLOSURE_UNKNOWN: 'This closure no longer exists. Reload the list.',
    CLOSURE_OVER: 'This closure ended on {{to}} and stays as it was. Make a new one.',
    CLOSURE_DATES: 'A closure ends after it begins. Choose a later end.',
    CLOSURE_TOO_LONG: 'A room is closed for {{max}} nights at most. Choose an earlier end.',
    ATTENDANT_UNKNOWN: 'This attendant is not on the list any more. Choose another.',
    TASK_UNKNOWN: 'This visit no longer exists. Reload the board.',
    NOTHING_TO_ASSIGN: 'No room is waiting to be cleaned.',
    DISCREPANCY_UNKNOWN: 'This discrepancy no longer exists. Reload the list.',
    DISCREPANCY_SETTLED: 'Somebody has settled this discrepancy meanwhile.',
    NOBODY_IN_ROOM: 'Nobody is in room {{room}}. Charge it on the folio of the guest who left.',
    SEVERAL_IN_ROOM: 'Several guests are in room {{room}}: {{bookings}}. Choose whose it is.',
    RIGHT_NEEDED: 'Only a supervisor may set a room to inspected.',
  },
}

/** Something broken. */
export const ticket = {
  done: { create: 'Ticket opened', update: 'Ticket changed', advance: 'Ticket moved' },
  doneOf: { advance: { start: 'Ticket in work', done: 'Ticket done', reopen: 'Ticket opened again' } },
  refusal: {
    TICKET_UNKNOWN: 'This ticket no longer exists. Reload the list.',
    PLACE_NEEDED: 'Say where it is: choose a room or enter a place.',
    PICTURE_TOO_LARGE: 'The picture is too large: max {{max}} KB. Take it again with less detail.',
    PICTURE_NOT_READ: 'This is no whole JPEG or PNG picture. Choose another.',
    PICTURE_UNKNOWN: 'This picture is not on file any more.',
    STATUS_NOT_POSSIBLE: 'Somebody has moved this ticket meanwhile. Reload the list.',
  },
}

/** Fields of housekeeping. */
export const housekeepingFieldNames = {
  rooms: 'Rooms',
  state: 'Room status',
  since: 'Since',
  madeAt: 'Made at',
  madeBy: 'Made by',
  attendantId: 'Attendant',
  attendantIds: 'Attendants',
  roomIds: 'Rooms',
  roomVersion: 'Version of the room',
  taskVersion: 'Version of the visit',
  outcome: 'Outcome',
  outcomeAt: 'Outcome at',
  outcomeBy: 'Outcome by',
  counts: 'Linen',
  onDate: 'On',
  work: 'Work',
  linen: 'Fresh linen',
  credits: 'Credits',
  position: 'Place on the sheet',
  floors: 'Floors',
  userId: 'Signs in as',
  persons: 'Persons',
  seenPersons: 'Persons seen',
  deskPersons: 'Persons at the desk',
  settlement: 'What it was',
  settledAt: 'Settled at',
  settledBy: 'Settled by',
  notedAt: 'Noted at',
  notedBy: 'Noted by',
  digest: 'Picture',
  picture: 'Picture',
  place: 'Place',
  category: 'Category',
  priority: 'Priority',
  resolution: 'What was done',
  openedAt: 'Opened at',
  openedBy: 'Opened by',
  closureId: 'Closure',
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
