/** Refusals of arrivals and departures. */
export const stayRefusal = {
  ALERT_BLOCKS:
    '{{name}} has an alert that stops this: “{{alert}}”. Settle it, then remove the alert from the guest’s page.',
  ARRIVAL_AHEAD:
    'The arrival is {{arrival}}, and the business date is {{businessDate}}. Change the dates of the booking first.',
  BALANCE_OPEN: 'The folio still has a balance of {{balanceMinor}}. Settle it, or name who pays.',
  DATES_OUTSIDE_STAY: '{{from}} to {{to}} is not within the stay from {{arrival}} to {{departure}}.',
  DAY_USE_OPEN:
    'Day use is not charged yet: {{amountMinor}}. Charge it, or confirm that the guest leaves without.',
  HOURS_NEEDED: 'This day use has no hours yet. Enter from when to when the room is wanted.',
  HOURS_REVERSED:
    'Day use ends at {{to}}, before it begins at {{from}}. It ends on the same day: change one of the times.',
  HOURS_TAKEN:
    'Room {{room}} is taken on {{day}} from {{from}} to {{to}} ({{confirmationNo}}). Choose another room or other hours.',
  NOT_DAY_USE:
    'Hours are for day use only: this stay ends on {{departure}}. Set the departure to the arrival first.',
  EARLY_DEPARTURE:
    'The guest was to stay until {{departure}}: nights given up: {{nights}}. Confirm that the guest leaves now.',
  GUEST_ELSEWHERE: '{{name}} is already in house in room {{room}}. Confirm that both stays are meant.',
  GUEST_UNNAMED: 'Nobody is named for this booking. Choose or add the guest first.',
  HELD_OPEN:
    'Money is still held (deposit slip: {{slip}}, pre-authorisations: {{holds}}). Give it back, apply it or release it first.',
  NO_ROOM_YET: 'No room is assigned yet. Choose one.',
  NOT_ALONG: 'This guest is not in the booking. Add the guest first.',
  NOT_CHECKED_OUT: 'The booking is {{status}}: there is no check-out to reverse.',
  NOT_DUE_IN: 'The booking is {{status}}: only a confirmed booking can be checked in.',
  NOT_IN_HOUSE: 'The booking is {{status}}: nobody is in house by it.',
  SMALL_HOURS:
    'It is {{time}}, and the night of {{night}} is closed already. Confirm that the stay begins on {{businessDate}}; what the hours before cost is charged beside it.',
  NOT_REGISTERED:
    'Something of the registration is missing for: {{names}}. Add it, or confirm to go on without.',
  NOT_TODAY: 'This was done on {{on}}. Only what was done on the business date can be reversed.',
  PERSONS_UNNAMED: 'The booking is for {{count}} more than are named. Add them, or confirm to go on without.',
  ROOM_NOT_READY: 'Room {{room}} is {{status}}. Choose another, let the guest wait, or confirm it.',
  ROOM_OCCUPIED:
    '{{name}} ({{confirmationNo}}) is in room {{room}}. Choose another room, or move that guest or check them out first.',
  ROOM_SAME: 'The guest is in room {{room}} already. Choose another.',
  STAY_OVER:
    'The departure was {{departure}}, and the business date is {{businessDate}}. Change the dates first.',
  TIMES_REVERSED: '{{from}} is after {{to}}. Change one of them.',
}
