/** A4, US Letter, 241 mm three-part continuous forms (241 × 280 mm), 80 mm thermal rolls. */
export const paperSizes = ['a4', 'letter', 'form-241', 'roll-80'] as const
export type PaperSize = (typeof paperSizes)[number]
