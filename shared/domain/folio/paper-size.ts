/** A4, US Letter, 241 mm three-part continuous forms (241 × 280 mm), 80 mm thermal rolls. */
export const paperSizes = ['a4', 'letter', 'form-241', 'roll-80'] as const
export type PaperSize = (typeof paperSizes)[number]

export const sheetSizes = ['a4', 'letter', 'form-241'] as const satisfies readonly PaperSize[]
/** Paper for what is too wide for a roll. */
export type SheetSize = (typeof sheetSizes)[number]

export type PageSize = 'a4' | 'letter'

/** Of the two that every printer has; what lies on its side fits no form. */
export function pageSizeOf(size: PaperSize): PageSize {
  return size === 'letter' ? 'letter' : 'a4'
}

/** The same size; A4 instead of a roll. */
export function sheetSizeOf(size: PaperSize): SheetSize {
  return size === 'roll-80' ? 'a4' : size
}
