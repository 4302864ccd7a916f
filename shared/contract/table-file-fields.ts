import { z } from 'zod'
import { line } from './fields.ts'

/** A table that was handed over as a file; of a workbook one of its sheets. */
export const tableFile = { file: z.string().max(100), sheet: line(100).optional() }

/** Why such a file as a whole is not read. FILE_COLUMNS_MISSING carries `columns`. */
export const tableRefusals = [
  'FILE_UNKNOWN',
  'FILE_EMPTY',
  'FILE_BINARY',
  'FILE_ENCODING',
  'FILE_BOMB',
  'FILE_DAMAGED',
  'FILE_TOO_LARGE',
  'FILE_NOT_TABLE',
  'FILE_COLUMNS_MISSING',
  'SHEET_UNKNOWN',
  'SHEET_EMPTY',
] as const
