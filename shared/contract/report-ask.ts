import { z } from 'zod'
import type { Question } from '../domain/report/question/read-question.ts'
import { typedLine } from './fields.ts'
import { query } from './operation.ts'

export const ask = query({
  name: 'report.ask',
  about:
    'The report that a question in one line opens, or what of it is not understood, with the nearest words.',
  input: z.strictObject({ text: typedLine(200) }),
  output: z.strictObject({
    question: z.unknown() as unknown as z.ZodType<Question>,
    /** Names of the values that it is restricted to: `roomType:DLX`. */
    names: z.record(z.string(), z.strictObject({ en: z.string(), zh: z.string() })),
  }),
  permission: 'reports',
  reads: ['room-type', 'rate-plan', 'account', 'room', 'report-setting'],
})
