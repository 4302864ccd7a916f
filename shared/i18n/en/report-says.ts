/** Sentences above reports and charts, and the notes below. */
export const reportSays = {
  yearbook: '{{nights}} room-nights were sold for {{revenue}}, and {{persons}} persons arrived.',
  yearbookAhead:
    '{{nights}} room-nights are sold or on the books for {{revenue}}, and {{persons}} persons arrived so far.',
  roomsSold: '{{nights}} room-nights sold at an average rate of {{adr}}.',
  occupancy: '{{nights}} room-nights sold; occupancy {{occupancy}} at an average rate of {{adr}}.',
  figure: '{{measure}} over the period: {{value}}.',
  figureOfDay: '{{measure}}: {{value}} on the day, {{month}} in the month to date.',
  highest: '{{measure}} by {{by}}: highest {{top}} with {{value}}.',
  paceCurve: 'Nights on the books, by days before the first night.',
  paceMonthBefore: 'Nights on the books, by days before the first night: {{nights}} at 30 days.',
  nothingToDraw: '{{measure}} by {{by}}: nothing to draw.',
  cancelledOfArrivals:
    'Of {{bookings}} bookings by arrival, {{cancelled}} were cancelled ({{rate}}) and {{noShows}} did not come.',
  cancelledOfCreated:
    'Of {{bookings}} bookings by creation, {{cancelled}} were cancelled ({{rate}}) and {{noShows}} did not come.',
  stayLength: '{{stays}} stays of {{mean}} nights on average; half of them have {{median}} or fewer.',
  leadTime:
    '{{bookings}} bookings made {{mean}} days before arrival on average; half of them {{median}} days or fewer.',
  sources: '{{bookings}} bookings arriving and {{nights}} room-nights sold, by {{by}} in {{count}} lines.',
  commissions: '{{commission}} is owed for {{stays}} stays with {{base}} of room revenue.',
  revenue: 'Total revenue {{revenue}} without tax, of which rooms {{rooms}}.',
  payments_one: 'One payment; {{net}} net received.',
  payments_other: '{{count}} payments; {{net}} net received.',
  taxes: '{{tax}} of tax on a base of {{base}}.',
  trialBalance: '{{accounts}} accounts: debits {{debit}}, credits {{credit}}.',
  openBalances_one:
    'At the end of {{date}}, one folio was open: {{owing}} owed by guests, {{credit}} in credit.',
  openBalances_other:
    'At the end of {{date}}, {{count}} folios were open: {{owing}} owed by guests, {{credit}} in credit.',
  depositsHeld_one: 'At the end of {{date}}, {{held}} were held in one deposit.',
  depositsHeld_other: 'At the end of {{date}}, {{held}} were held in {{count}} deposits.',
  guestNights: '{{persons}} guests arrived; {{nights}} guest nights.',
  pickup: '{{net}} nights net since the end of {{date}}: {{up}} added, {{down}} given up.',
  pickupMoment: '{{net}} nights net since {{moment}}: {{up}} added, {{down}} given up.',
  onBooks: '{{nights}} nights on the books, {{net}} net since the end of {{date}}.',
  onBooksMoment: '{{nights}} nights on the books, {{net}} net since {{moment}}.',
  pace: '{{nights}} nights on the books at the end of {{date}}.',
  paceAgainst:
    '{{nights}} nights on the books at the end of {{date}}, against {{other}} as many days before.',
  daily: '{{date}}: {{nights}} rooms sold, occupancy {{occupancy}}, {{guests}} guests in house.',
  dailyRooms: '{{date}}: {{nights}} rooms sold, {{guests}} guests in house.',
  dailyAhead:
    '{{date}}: {{nights}} rooms sold, occupancy {{occupancy}}, {{guests}} guests expected for the night.',
  dailyRoomsAhead: '{{date}}: {{nights}} rooms sold, {{guests}} guests expected for the night.',
  budget: '{{year}}: room revenue {{revenue}} against a budget of {{planned}}, {{reached}} of it.',
  compSet:
    'Against the set: occupancy index {{mpi}}, rate index {{ari}}, revenue index {{rgi}}; 100 is as the set.',
  forecast_one:
    'In one day, {{rooms}} room-nights are expected ({{booked}} on the books when the business date began), {{arrivals}} arrivals, and {{lost}} cancellations or no-shows among those on the books.',
  forecast_other:
    'In {{days}} days, {{rooms}} room-nights are expected ({{booked}} on the books when the business date began), {{arrivals}} arrivals, and {{lost}} cancellations or no-shows among those on the books.',
  requests:
    '{{count}} requests: {{done}} done, {{declined}} declined, {{overdue}} overdue; half of those done took {{hours}} hours or less.',
  changes: '{{count}} changes of {{bookings}} bookings brought {{gain}} and cost {{loss}}.',
  upgrades: '{{count}} nights upgraded ({{share}} of nights occupied), worth {{value}} at base rates.',
  overrides:
    '{{count}} nights sold at another rate than the plan’s: {{given}} given away, {{gained}} gained.',
  repeatGuests:
    '{{repeat}} of {{guests}} guests came more than once ({{rate}}); {{nights}} nights were of later stays.',
  loyalty: '{{stayed}} members stayed {{nights}} nights and brought {{share}} of room revenue.',
  preferenceGap:
    'Widest gap: {{value}}, preferred by {{wished}} of guests and offered by {{offered}} of rooms.',
  preferencesMet: 'Rooms offer each preference at least as often as guests have it.',
  audit:
    '{{acts}} acts: {{documents}} documents shown, {{exports}} exports, {{wrongPasswords}} wrong passwords.',
  housekeeping:
    '{{cleaned}} of {{given}} rooms given were cleaned for {{credits}} credits; {{shut}} guests were not to be disturbed.',
  arrivalTimes:
    '{{ins}} check-ins and {{outs}} check-outs; {{waited}} guests waited for a room, half of them {{median}} minutes or less, the longest {{longest}}.',
  roomUse: '{{stays}} stays slept {{nights}} nights in rooms; {{moves}} moves.',
  registration:
    '{{count}} registrations: {{sent}} sent, {{failed}} failed, {{late}} late; half were sent within {{hours}} hours.',
  traces: '{{count}} traces: {{done}} done, {{onDay}} of them on the day; {{overdue}} overdue.',
}

export const reportNote = {
  noRooms: 'No rooms are on file for this period, so rooms available, occupancy and RevPAR are not known.',
  noRoomsBy:
    'Rooms are not divided by {{by}}, so each line’s rooms available, occupancy and RevPAR are not known.',
  noRoomsFiltered:
    'Rooms are not divided by what the figures are filtered by, so rooms available, occupancy and RevPAR are not known.',
  noRoomsChosen:
    'No rooms of what the figures are filtered by are on file for this period, so rooms available, occupancy and RevPAR are not known.',
  periodUnused: 'The period “{{period}}” is not used, because dates are given beside it.',
  availableOfAll:
    'Rooms are not divided by {{by}}: rooms available, occupancy and RevPAR are of the whole house, in the total.',
  overlapping: 'A guest may be in several segments: the lines do not add up to the house.',
  onBooksFrom: 'From {{date}} on: on the books, which changes until the night.',
  partial_one: 'One line covers only a part of its week, month, quarter or year.',
  partial_other: '{{count}} lines cover only a part of their week, month, quarter or year.',
  figureNotDrawn: '{{figure}} is not known for each line, so the chart is of another figure.',
  onlyRows: '{{shown}} of {{all}} lines are shown; the total is of all.',
  noNights:
    'No night is sold in this period. Nights appear once bookings are confirmed or guests are in house.',
  trevparUnknown: 'TRevPAR is not shown: nothing has been posted on folios yet.',
  trevparFrom: 'Total revenue and TRevPAR are known from {{date}} on, when postings on folios began.',
  trevparOpen:
    'Total revenue of {{date}} is what was posted so far, and room revenue as booked of nights that are not posted yet.',
  beforeFirst: 'The first arrival on file is on {{date}}: nothing is known of days before it.',
  cohortOfArrivals: 'Cohort: bookings that arrive, or would have arrived, in the period.',
  cohortOfCreated: 'Cohort: bookings that were made in the period, whenever they arrive.',
  mayStillCancel: 'The period reaches beyond the business date: bookings to come may still be cancelled.',
  noBookings: 'No booking is in this cohort. Bookings appear once they are made, cancelled ones included.',
  staysOfArrivals: 'Stays that begin in the period, with all their nights; day use has none.',
  noStays: 'No stay begins in this period. Stays appear once bookings are confirmed.',
  arrivalsAndNights:
    'Nights and revenue are those of the period; bookings, cancellation rate and lead time are of the bookings that arrive in it, or would have.',
  commissionsByDeparture:
    'Stays that ended in the period, with all their nights and the shares that are on file today.',
  noCommissionAgreed_one:
    'One agency has no commission on file: its commission is not known and is in no sum.',
  noCommissionAgreed_other:
    '{{count}} agencies have no commission on file: their commission is not known and is in no sum.',
  noCommissions:
    'No stay of an agency ended in this period. Stays appear when guests of an agency check out.',
  revenueByBusinessDate:
    'By business date of the posting, so that the figures of a closed day stay; the room revenue of other reports is by night, at the rates booked.',
  noRevenue: 'No revenue was posted in this period. It appears when charges are posted on folios.',
  onAccountIsNoMoney: 'What was paid on account is no money in: accounts owe it.',
  noPayments: 'Nothing was paid in this period. Payments appear when they are taken on folios.',
  taxByBusinessDate: 'By business date of the posting: an allowance lowers the tax of its own day.',
  noTaxes: 'No tax was posted in this period. It appears when charges are posted on folios.',
  debitPositive: 'Balances: debits are positive, credits negative; all together they are zero.',
  noPostings:
    'Nothing was posted up to the end of this period. Accounts appear when charges or payments are posted.',
  oldestPaidFirst: 'Age is counted from the day of the service; payments pay the oldest charges first.',
  noOpenBalances: 'No folio owed anything or was owed anything at the end of this date.',
  noDepositsHeld:
    'No deposit was held at the end of this date. Deposits appear when they are taken on a folio.',
  residenceByNationality:
    'Nationality on file stands for residence, and everybody of a booking counts under its guest’s.',
  nationalityUnknown: '{{nights}} guest nights are of guests without a nationality on file.',
  sleptOnly: 'Nights after the business date are not counted: nobody has slept them yet.',
  noGuestNights: 'No guest stayed in this period. Guest nights appear when guests check in.',
  periodPartial_one: 'One day of this period is over; {{coming}} from {{today}} on are still to come.',
  periodPartial_other:
    '{{lived}} days of this period are over; {{coming}} from {{today}} on are still to come.',
  leapDayAlone: 'Last year had no {{day}}: it is shown without a comparison.',
  leapDayCounted: '{{day}} is counted with {{with}} in last year’s figures.',
  festivalDays_one:
    'One day is held against the same festival day of last year, {{weekday}} against the same weekday.',
  festivalDays_other:
    '{{festival}} days are held against the same festival day of last year, {{weekday}} against the same weekday.',
  festivalTwice_one: 'One day of last year is compared with two days of this period.',
  festivalTwice_other: '{{days}} days of last year are each compared with two days of this period.',
  pickupNet:
    'Net figures of two spans add up; what was added and given up again within one span is in neither.',
  sameMomentByDates:
    'As many days ahead, the days held against are taken at the end of that day, by dates of creation and cancellation: dates that were changed in between are not seen. The dashboard’s “same moment” reads the change log instead.',
  paceByDates:
    'Worked out from dates of creation and cancellation: a booking counts with the nights that it has now.',
  noPace: 'Nothing was ever booked for this period. The curve begins with the first booking.',
  trevparNone: 'Total revenue and TRevPAR are —: nothing has been posted on folios yet.',
  againstBeforeFirst:
    '{{count}} of the days held against lie before {{date}}, the first night on file: figures that need them are not known.',
  daysAlone: '{{count}} days of the two periods have no counterpart: they are in the totals alone.',
  noBudget: 'No budget is on file for this period. Enter one under Budget.',
  budgetUndivided: 'The budget is not divided by {{by}}: it is in the total alone.',
  budgetUnfiltered: 'A budget is not kept for a filtered part of the house: clear the filters to compare.',
  noBudgetYear: 'No budget is on file for {{year}}. A manager types or imports one under “Enter budget”.',
  'spread-last-year_one':
    'One month is spread over its days as last year: the same festival days, else the same weekdays.',
  'spread-last-year_other':
    '{{months}} months are spread over their days as last year: the same festival days, else the same weekdays.',
  'spread-weekdays_one':
    'One month is spread by the mean of each weekday, because last year’s days are not all known.',
  'spread-weekdays_other':
    '{{months}} months are spread by the mean of each weekday, because last year’s days are not all known.',
  'spread-even_one': 'One month is spread evenly over its days, because no nights are known.',
  'spread-even_other': '{{months}} months are spread evenly over their days, because no nights are known.',
  noCompSet:
    'No figures of the competitor set are on file for this period. A manager types them under “Enter competitor set”.',
  compSetSame: 'Both sides are of the same months and days: those whose figures of the set are on file.',
  compSetCut_one: 'One month of the set lies only partly in the period and is left out.',
  compSetCut_other: '{{months}} months of the set lie only partly in the period and are left out.',
  compSetMonths: 'Months that are typed whole are not shown by day.',
  forecastTooShort_one:
    'Too little history for a forecast: one day since the first arrival, {{needed}} are needed.',
  forecastTooShort_other:
    'Too little history for a forecast: {{have}} days since the first arrival, {{needed}} are needed.',
  forecastMethod:
    'Each day is a weighted mean of four methods; weights and intervals come from forecasts of the past whose outcome is known. The table below shows how far such forecasts were from what came.',
  forecastKnown:
    'It begins with what was on the books at the end of {{date}}, by the dates of stay as they are now.',
  forecastOver: 'All days of this period are over. A forecast is of days from {{date}} on.',
  forecastNoRecent:
    'A forecast learns from the two and a half years before the business date, and no booking arrives in them. The last arrival on file is on {{date}}.',
  forecastPast_one: 'One day before the business date is left out: it is over.',
  forecastPast_other: '{{days}} days before the business date are left out: they are over.',
  forecastFar_one: 'One day is too far ahead for the history on file.',
  forecastFar_other: '{{days}} days are too far ahead for the history on file.',
  noRequests:
    'No request is due in this period. Requests appear when bookings are made for guests with preferences, or when one is added to a booking.',
  noChanges:
    'No booking was changed in this period. Changes appear when dates, rates, rooms or guests of a booking are changed.',
  changesOnlyCounted:
    'The source of an import counts {{changes}} changes of {{bookings}} bookings that arrive in this period, without saying when or which: they are in no line.',
  noUpgrades:
    'No night in this period is in another type than is charged. Upgrades appear when a room type is changed and the charge is kept.',
  knownNow:
    'As known now: rooms out of order, names, budgets, commissions, the competitor set, stays, housekeeping, registrations, traces and the classes of Insight. All else is of that moment.',
  baseRatesNow: 'Types are compared by their base rates of today.',
  sameBaseRate:
    '{{count}} nights are in another type with the same base rate: set base rates to tell upgrades from downgrades.',
  noOverrides:
    'No night in this period was sold at another rate than its plan’s price. Overrides appear when somebody gives a night a rate of its own.',
  planPrices:
    'A rate is held against the plan’s price when it was given, by the change log. Plans keep no prices by season or day: rates given by season count as overrides.',
  withoutPlan: '{{count}} nights sold have no rate plan on file and are left out.',
  noRepeatGuests:
    'No named guest has a completed stay with a night in this period. Guests appear once they check out.',
  guestsInLines: 'A guest may be in several lines: guests of the lines do not add up to the total.',
  unnamedGuests:
    '{{count}} completed stays are of guests whom an import did not name: they are no persons, and left out.',
  sourceRepeated: 'Of those, the source calls {{count}} a repeated guest’s.',
  noMembers: 'No guest was a member in this period. Members appear when guests are enrolled in a programme.',
  noPreferences: 'None of these guests has a preference on file. Record preferences on the guest’s page.',
  noRoomsToOffer: 'No rooms are on file, so what they offer is not known.',
  comingGuests: 'Guests with a confirmed booking that arrives within {{days}} days.',
  noAudit: 'Nobody signed in or had a document shown in this period.',
  notLogged:
    'Not in the change log: backups, restores, lists saved from the insight pages, and sign-ins under a login that does not exist.',
  noTasks:
    'No room was given to an attendant in this period. Lines appear when rooms are assigned in Housekeeping.',
  noPassages:
    'Nobody was checked in or out in this period. Times are recorded with each check-in and check-out.',
  noRoomNights: 'Nobody slept in a room in this period.',
  noRegistrations:
    'Nothing was to be registered in this period. Registrations appear with check-ins, where the country asks for them.',
  noTraces: 'No trace was due in this period.',
}
