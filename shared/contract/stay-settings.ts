import { z } from 'zod'
import { clockTime, empty, saved, versionOrNone } from './fields.ts'
import { command, query } from './operation.ts'

const count = (min: number, max: number) =>
  z
    .number({ error: 'invalid.number' })
    .int('invalid.number')
    .min(min, 'invalid.tooSmall')
    .max(max, 'invalid.tooLarge')

const terms = z.strictObject({
  arriveFrom: clockTime,
  departBy: clockTime,
  earlyHalfFrom: clockTime,
  lateHalfUntil: clockTime,
  smallHoursUntil: clockTime,
  confirmAfterMonths: count(1, 120),
  askFeedback: z.boolean({ error: 'invalid.choice' }),
  dayUseHours: count(1, 23),
  dayUsePercent: count(0, 100),
  dayUseHourPercent: count(0, 100),
  dayUseGrace: count(0, 59),
})

export const settings = query({
  name: 'stay.settings',
  about: 'The rules of arriving and leaving by the clock.',
  input: empty,
  output: terms.extend({ version: versionOrNone }),
  permission: 'booking-read',
  reads: ['stay-setting'],
})

export const saveSettings = command({
  name: 'stay.saveSettings',
  about: 'Changes the rules of arriving and leaving by the clock.',
  input: terms.extend({ version: versionOrNone }),
  output: saved<never>(),
  refusals: ['TIMES_REVERSED'],
  permission: 'settings-stay',
  undoable: true,
})
