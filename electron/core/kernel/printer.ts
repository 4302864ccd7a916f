import type { Refused } from '#shared/values/index.ts'

export type PrintCode = 'PDF_NO_BROWSER' | 'PDF_FAILED' | 'CANCELLED'

/** Makes a PDF of a page that is whole in itself. Each host has its own: the window prints, other hosts start a browser. */
export type Printer = (
  html: string,
  job: { readonly cancelled: boolean },
) => Promise<Uint8Array | Refused<PrintCode>>
