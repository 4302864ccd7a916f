/** 1430, 14.30 and 9:05 as 14:30 and 09:05; anything else as it was typed, for the core to name. */
export function clockText(text: string): string {
  const match = /^(\d{1,2})[:.]?(\d{2})$/.exec(text.normalize('NFKC').trim())
  return match ? `${match[1]!.padStart(2, '0')}:${match[2]}` : text
}
