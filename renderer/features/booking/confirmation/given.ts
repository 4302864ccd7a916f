/** What somebody pastes, drops or chooses: whether it is a message, and how it is sent to be read. */
import type { InputOf } from '#shared/contract/index.ts'
import { maxFileBytes, maxSentBytes } from '#shared/domain/confirmation/limits.ts'

export const messageFiles = ['eml', 'msg', 'txt', 'html', 'htm']
const minLines = 3
const minChars = 25
/** A message to a telephone is one line, and says what it is about. */
const ONE_LINE = /订单|預訂|预订|booking|reservation|confirmation/i

/** Whether a text is a message: a name, a number or an address that is copied for one field is none. */
export function isMessage(text: string): boolean {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  return lines.length >= minLines ? text.length > minChars : text.length > 2 * minChars && ONE_LINE.test(text)
}

/** The text of a clipboard or of what is dropped; its HTML where it has no text. */
export function pastedIn(data: Pick<DataTransfer, 'getData'> | null): string {
  return data?.getData('text/plain') || data?.getData('text/html') || ''
}

/** An Outlook item is read whole or not at all; of a mail the first part suffices. */
export function sizeLimitOf(name: string): number {
  return /\.msg$/i.test(name) ? maxSentBytes : maxFileBytes
}

/** A file, or as much of its beginning as a call takes. */
export async function contentOf(file: File): Promise<NonNullable<InputOf<'confirmation.read'>['content']>> {
  const bytes = new Uint8Array(await file.slice(0, maxSentBytes).arrayBuffer())
  return { name: file.name.slice(0, 200), base64: base64Of(bytes), isWhole: file.size <= maxSentBytes }
}

/** In pieces: a call with half a million arguments is more than a browser takes. */
function base64Of(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += 8192)
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(binary)
}
