import type { OutputOf } from '#shared/contract/index.ts'

type File = OutputOf<'report.export'>

/** A file of the host as it is kept. */
export function blobOfFile({ content, mediaType }: File): Blob {
  return new Blob([bytesOf(content)], { type: mediaType })
}

/** The text of a file that is one. */
export function textOfFile({ content }: File): string {
  return new TextDecoder().decode(bytesOf(content))
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
}
