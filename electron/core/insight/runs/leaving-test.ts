import { readSettings } from '#db/queries/insight/worker-settings.ts'
import { backTest, backTestMonths } from '#shared/domain/insight/leaving/back-test.ts'
import { fromDayNumber } from '#shared/values/index.ts'
import { hotelModel } from '../future/compute.ts'
import type { Run } from '../run.ts'

/** The warning on the hotel's own past: as of twelve earlier months, with nothing that was known only later. */
export const leavingTest: Run<'leaving-test'> = {
  kind: 'leaving-test',
  standing: 90,
  reads: null,
  run: ({ store, history, day, pulse }) => {
    const { levels } = readSettings(store).future
    const found = backTest(history(), day, { kind: hotelModel, levels, pulse })
    if (!found)
      return {
        output: {
          months: [],
          all: null,
          definition: null,
          little: { code: 'tooShort', params: { months: backTestMonths } },
        },
      }
    return {
      output: {
        months: found.months.map(({ day: asOf, ...month }) => ({ asOf: fromDayNumber(asOf), ...month })),
        all: found.all,
        definition: found.definition,
        little: null,
      },
    }
  },
}
