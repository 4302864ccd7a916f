import { dueDays } from '#db/queries/booking/list.ts'
import { readUserNames } from '#db/queries/change/labels.ts'
import { readArrivalFigures } from '#db/queries/insight/arrivals.ts'
import { marksOf } from '#shared/domain/insight/suggest/arrival-marks.ts'
import { reads } from '../../kernel/handler.ts'
import { likelierOf } from './panels.ts'

/** The arrivals of a day that a clerk should notice, with the figures that their tips name. */
export const arrivals = reads('insight.arrivals', async (db, { date }, { businessDate }) => {
  const figures = await readArrivalFigures(db, dueDays({ date, businessDate }))
  const nameOf = await readUserNames(db)
  return figures.flatMap(({ hasCase, owner, cancel, noShow, ...one }) => {
    const marks = marksOf({ ...one, hasCase: hasCase === 1 })
    if (marks.length === 0) return []
    const { bookingId, stays, daysSince, revenueMinor, away } = one
    return [
      {
        bookingId,
        marks,
        stays,
        daysSince,
        revenueMinor,
        risk: away === null ? null : { what: likelierOf({ cancel, noShow }), probability: away },
        takenBy: owner === null ? null : nameOf(owner),
      },
    ]
  })
})
