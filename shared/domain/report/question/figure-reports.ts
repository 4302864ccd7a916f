import { type ReportName, reportNames } from '../catalogue.ts'
import { type FigureName, figuresOfReport, reportFigures } from '../figures.ts'
import type { Meaning } from './meanings.ts'

/** The reports that are opened before others for a figure that several show; the rest as the catalogue has them. */
const before: readonly ReportName[] = [
  'occupancy',
  'cancellations',
  'stayLength',
  'leadTime',
  'requests',
  'daily',
  'onBooks',
  'sources',
  'repeatGuests',
]

/** Reports in the order in which they are opened for a figure. */
export const reportsInOrder: readonly ReportName[] = [...new Set([...before, ...reportNames])]

/** Figures that another report is opened for than the first that shows them. */
const opened: Readonly<Partial<Record<FigureName, ReportName>>> = {
  bookings: 'sources',
  arrivalsDue: 'daily',
  totalRevenue: 'revenue',
}

/** What a figure is in a report that has its like alone: the arrivals of a forecast are those expected. */
const likes: Readonly<Partial<Record<ReportName, Readonly<Partial<Record<FigureName, FigureName>>>>>> = {
  daily: {
    cancelled: 'cancellationsMade',
    bookings: 'bookingsMade',
    requests: 'requestsAsked',
    doneRequests: 'requestsDone',
    openRequests: 'requestsOpen',
    declined: 'requestsDeclined',
  },
  requests: {
    requestsAsked: 'requests',
    requestsDone: 'doneRequests',
    requestsOpen: 'openRequests',
    requestsDeclined: 'declined',
  },
  onBooks: { nightsOccupied: 'roomsSold' },
  pickup: { nightsOccupied: 'nightsNet', roomRevenue: 'revenueNet', adr: 'adrNet' },
  pace: { nightsOccupied: 'nightsBooked', roomsSold: 'nightsBooked' },
  forecast: {
    occupancy: 'occupancyExpected',
    roomsSold: 'roomsExpected',
    nightsOccupied: 'roomsExpected',
    arrivals: 'arrivalsExpected',
    cancelled: 'lostExpected',
  },
  cancellations: { arrivals: 'arrivalsDue' },
  stayLength: { bookings: 'stays', nightsOccupied: 'bookedNights' },
  sources: { nightsOccupied: 'roomsSold' },
  loyalty: { nightsOccupied: 'memberNights', roomRevenue: 'memberRevenue' },
  commissions: {
    bookings: 'stays',
    nightsOccupied: 'bookedNights',
    roomsSold: 'bookedNights',
    roomRevenue: 'commissionBase',
  },
  budget: { nightsOccupied: 'roomsSold' },
  guestNights: { arrivals: 'personsArrived' },
}

/** The figure that a report shows where one is asked; null where it has neither it nor its like. */
export function figureIn(report: ReportName, figure: FigureName): FigureName | null {
  return figuresOfReport(report).includes(figure) ? figure : (likes[report]?.[figure] ?? null)
}

/** The reports that show a figure, the one that is opened for it first, those that show its like last. */
export function reportsWith(figure: FigureName): ReportName[] {
  const first = opened[figure]
  const own = reportsInOrder.filter((report) => figuresOfReport(report).includes(figure))
  const like = reportsInOrder.filter((report) => likes[report]?.[figure] !== undefined)
  return [...new Set([...(first ? [first] : []), ...own, ...like])]
}

/** The figure that a word is in a report, by its meanings. */
export function figureOf(meanings: readonly Meaning[], report: ReportName): FigureName | null {
  for (const meaning of meanings) {
    if (meaning.is !== 'measure' || meaning.reports?.includes(report) === false) continue
    const shown = figureIn(report, meaning.measure)
    if (shown) return shown
  }
  return null
}

/** The reports that show the figures which a word may be, in the order in which they are opened. */
export function reportsOf(meanings: readonly Meaning[]): ReportName[] {
  return meanings.flatMap((meaning) =>
    meaning.is === 'measure' ? (meaning.reports ?? reportsWith(meaning.measure)) : [],
  )
}

/** Whether the rows of a report can be ordered by a figure. */
export function isOfRows(report: ReportName, figure: FigureName): boolean {
  const figures: readonly FigureName[] = reportFigures[report].main
  return figures.includes(figure)
}
