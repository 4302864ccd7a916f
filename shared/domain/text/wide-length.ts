/** The length of a text in a terminal or a spreadsheet: a Chinese character is as wide as two letters. */
export function wideLength(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 2 : 1), 0)
}
