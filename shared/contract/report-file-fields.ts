import { z } from 'zod'
import { deviceCodes } from '../domain/device/device.ts'
import { reportFormats } from '../domain/report/formats.ts'
import { language } from './access.ts'
import { runId } from './report-fields.ts'

export const format = z.enum(reportFormats, { error: 'invalid.choice' })

/** What is asked of a file, whatever it shows. */
export const fileFields = {
  /** On the printer of this desk, the answer has no content. */
  format: z.enum([...reportFormats, 'printer'], { error: 'invalid.choice' }),
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

/** Why a file is not made, or not printed by the desk’s printer. */
export const fileRefusals = [...printRefusals, ...deviceCodes] as const
