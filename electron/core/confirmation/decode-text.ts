/** A text's own mark, UTF-8 where the bytes are, then what Chinese programs and then Western ones write. */
const guesses = ['utf-8', 'gb18030', 'windows-1252'] as const

/** The text in bytes that name no encoding. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le') ?? ''
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf-16be') ?? ''
  for (const encoding of guesses) {
    const text = decode(bytes, encoding)
    if (text !== null && (encoding !== 'gb18030' || looksChinese(text))) return text
  }
  return ''
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** “Müller” in Windows-1252 is Han glued to Latin letters in GBK: Chinese text has its characters side by side. */
function looksChinese(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const glued =
    text.match(/[A-Za-z]\p{Script=Han}[a-z]|[a-z]\p{Script=Han}(?!\p{Script=Han}|\p{P})/gu)?.length ?? 0
  return han > glued * 4
}
