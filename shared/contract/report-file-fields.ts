import { z } from 'zod'
import { reportFormats } from '../domain/report/formats.ts'
import { language } from './access.ts'
import { runId } from './report-fields.ts'

export const format = z.enum(reportFormats, { error: 'invalid.choice' })

/** What is asked of a file, whatever it shows. */
export const fileFields = {
  format,
  /** Of its words; without it, the caller’s. */
  language: language.optional(),
  run: runId.optional(),
}

export const file = z.strictObject({
  /** The name that it is offered under. */
  name: z.string(),
  mediaType: z.string(),
  /** Base64. */
  content: z.string(),
})

/** Why a PDF is not printed. */
export const printRefusals = ['PDF_NO_BROWSER', 'PDF_FAILED'] as const
