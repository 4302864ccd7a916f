/** A document number with its first and last characters: 110***********123X, E*****678. */
export function maskDocument(number: string): string {
  const [head, tail] = number.length >= 12 ? [3, 4] : number.length >= 6 ? [1, 3] : [0, 0]
  return number.slice(0, head) + '*'.repeat(number.length - head - tail) + number.slice(number.length - tail)
}
