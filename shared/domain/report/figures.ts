import { auditActs } from './audit-acts.ts'

const ofNights = [
  'roomsSold',
  'nightsOccupied',
  'complimentary',
  'houseUse',
  'roomsAvailable',
  'outOfOrder',
  'occupancy',
  'adr',
  'revpar',
  'roomRevenue',
  'guestNights',
] as const
const ofBookings = [
  'bookings',
  'cancelled',
  'cancellationRate',
  'arrivalsDue',
  'noShows',
  'noShowRate',
  'lostNights',
  'lostRevenue',
] as const
const ofPersons = [
  'personsArrived',
  'arrivedAdults',
  'arrivedChildren',
  'guestNights',
  'adultNights',
  'childNights',
  'meanNights',
] as const

/** Beside the guest nights on the books those that were slept have a key of their own. */
const ofPersonsSlept = [
  'personsArrived',
  'arrivedAdults',
  'arrivedChildren',
  'guestNightsSlept',
  'adultNights',
  'childNights',
  'meanNights',
] as const

/**
 * The figures that each report shows, by the keys of their columns in its order: `main` of its own table, which its rows are ordered
 * by and which are drawn; `beside` of the tables that stand beside it. Columns that a comparison adds are not among them.
 */
export const reportFigures = {
  daily: {
    main: [
      'roomsSold',
      'roomsAvailable',
      'occupancy',
      'adr',
      'revpar',
      'trevpar',
      'roomRevenue',
      'totalRevenue',
      'nightsOccupied',
      'complimentary',
      'houseUse',
      'outOfOrder',
      'guestNights',
    ],
    beside: [
      'arrivalsDue',
      'arrivals',
      'walkIns',
      'departures',
      'inHouse',
      'noShows',
      'dayUse',
      'bookingsMade',
      'nightsMade',
      'revenueMade',
      'cancellationsMade',
      'lostNights',
      'lostRevenue',
      'requestsAsked',
      'requestsDone',
      'requestsOpen',
      'requestsDeclined',
    ],
  },
  occupancy: {
    main: ofNights,
    beside: [],
  },
  onBooks: {
    main: [
      'roomsSold',
      'roomsAvailable',
      'occupancy',
      'adr',
      'roomRevenue',
      'nightsNet',
      'revenueNet',
      'nightsSameMoment',
      'nightsSameMomentChange',
      'revenueSameMoment',
      'revenueSameMomentChange',
    ],
    beside: [],
  },
  pickup: {
    main: [
      'nightsThen',
      'nightsUp',
      'nightsDown',
      'nightsNet',
      'roomsSold',
      'revenueUp',
      'revenueDown',
      'revenueNet',
      'adrNet',
    ],
    beside: [],
  },
  pace: { main: ['daysBefore', 'nightsBooked'], beside: [] },
  forecast: {
    main: [
      'roomsBooked',
      'roomsExpected',
      'roomsLow',
      'roomsHigh',
      'roomsAvailable',
      'occupancyExpected',
      'arrivalsBooked',
      'arrivalsExpected',
      'arrivalsLow',
      'arrivalsHigh',
      'lostExpected',
      'lostLow',
      'lostHigh',
    ],
    beside: [
      'meanError',
      'meanShareError',
      'naiveError',
      'errorBias',
      'withinInterval',
      'heldOutDays',
      'weight-pickup',
      'weight-ratio',
      'weight-season',
      'weight-year',
    ],
  },
  cancellations: {
    main: ofBookings,
    beside: [],
  },
  stayLength: { main: ['stays', 'bookingShare', 'bookedNights', 'meanStay', 'medianStay'], beside: [] },
  leadTime: {
    main: ['bookings', 'bookingShare', 'meanLead', 'medianLead', 'cancelled', 'cancellationRate'],
    beside: [],
  },
  changes: {
    main: ['changes', 'changedBookings', 'changeGain', 'changeLoss', 'changeDifference'],
    beside: [],
  },
  upgrades: {
    main: [
      'upgraded',
      'upgradedShare',
      'upgradeValue',
      'downgraded',
      'downgradeValue',
      'sameRate',
      'nightsOccupied',
    ],
    beside: [],
  },
  overrides: {
    main: ['overridden', 'givenAway', 'gainedOver', 'overrideDifference', 'pricedNights', 'overriddenShare'],
    beside: [],
  },
  requests: {
    main: [
      'requests',
      'openRequests',
      'overdue',
      'doneRequests',
      'declined',
      'declinedShare',
      'meanHours',
      'medianHours',
      'fromPreference',
      'preferenceMet',
    ],
    beside: [],
  },
  preferences: {
    main: ['wishingGuests', 'wishShare', 'offeringRooms', 'offerShare', 'offerGap'],
    beside: [],
  },
  repeatGuests: {
    main: [
      'guests',
      'repeatGuests',
      'repeatRate',
      'newNights',
      'returningNights',
      'newRevenue',
      'returningRevenue',
      'returningShare',
    ],
    beside: [],
  },
  loyalty: {
    main: [
      'members',
      'joined',
      'tierUps',
      'tierDowns',
      'membersStayed',
      'memberNights',
      'memberRevenue',
      'memberShare',
    ],
    beside: ['moves'],
  },
  sources: {
    main: [
      'bookings',
      'roomsSold',
      'nightShare',
      'roomRevenue',
      'revenueShare',
      'adr',
      'cancellationRate',
      'meanLead',
      'medianLead',
    ],
    beside: [],
  },
  commissions: {
    main: ['stays', 'bookedNights', 'commissionBase', 'commissionRate', 'commission'],
    beside: [],
  },
  revenue: {
    main: ['charged', 'allowances', 'totalRevenue', 'revenueTax', 'revenueWithTax'],
    beside: [],
  },
  payments: {
    main: ['payments', 'received', 'givenOut', 'correctedPayments', 'netReceived'],
    beside: [],
  },
  taxes: { main: ['taxBase', 'taxAmount'], beside: [] },
  trialBalance: { main: ['openingBalance', 'debit', 'credit', 'closingBalance'], beside: [] },
  openBalances: { main: ['openFolios', 'owing', 'inCredit', 'openBalance'], beside: ['oldestDays'] },
  depositsHeld: { main: ['deposits', 'depositsTaken', 'depositsHeld'], beside: [] },
  budget: {
    main: [
      'budgetNights',
      'roomsSold',
      'nightsVariance',
      'budgetRevenue',
      'roomRevenue',
      'revenueVariance',
      'budgetReached',
      'budgetAdr',
      'adr',
      'budgetOccupancy',
      'occupancy',
    ],
    beside: [],
  },
  compSet: {
    main: ['occupancy', 'adr', 'revpar', 'setOccupancy', 'setAdr', 'setRevpar', 'mpi', 'ari', 'rgi'],
    beside: [],
  },
  guestNights: {
    main: ofPersons,
    beside: [],
  },
  yearbook: { main: [], beside: [...ofNights, ...ofPersonsSlept, ...ofBookings] },
  housekeeping: {
    main: [
      'roomsGiven',
      'roomsCleaned',
      'roomsInspected',
      'creditsGiven',
      'creditsCleaned',
      'notDisturbed',
      'serviceRefused',
      'visitsOpen',
    ],
    beside: ['closures', 'closedNights', 'discrepancies', 'discrepanciesSettled'],
  },
  arrivalTimes: {
    main: [
      'checkIns',
      'earlyCheckIns',
      'waitedForRoom',
      'medianWait',
      'longestWait',
      'checkOuts',
      'lateCheckOuts',
    ],
    beside: [],
  },
  roomUse: { main: ['roomStays', 'roomNightsSlept', 'movesInto'], beside: [] },
  registration: {
    main: [
      'registrations',
      'registrationsSent',
      'registrationsOpen',
      'registrationsFailed',
      'registrationsLate',
      'medianHoursToSend',
    ],
    beside: [],
  },
  traces: {
    main: ['traces', 'tracesDone', 'tracesOnDay', 'tracesOnDayShare', 'tracesOpen', 'tracesOverdue'],
    beside: [],
  },
  audit: {
    main: [...auditActs, 'acts', 'actingUsers'],
    beside: [],
  },
} as const

/** A figure of some report. */
export type FigureName = (typeof reportFigures)[keyof typeof reportFigures]['main' | 'beside'][number]

/** Figures that a report heads otherwise than by their key. */
export const figureHeadings: {
  readonly [R in keyof typeof reportFigures]?: { readonly [F in FigureName]?: string }
} = {
  onBooks: { roomsSold: 'nightsNow' },
  pickup: { roomsSold: 'nightsNow' },
  stayLength: { bookingShare: 'stayShare' },
}

/** All figures of a report, its own table's first. */
export function figuresOfReport(report: keyof typeof reportFigures): readonly FigureName[] {
  const { main, beside } = reportFigures[report]
  return [...main, ...beside]
}
