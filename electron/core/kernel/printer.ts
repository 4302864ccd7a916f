import type { Refused } from '#shared/values/index.ts'

export type PrintCode = 'PDF_NO_BROWSER' | 'PDF_FAILED' | 'CANCELLED'

/** A roll as wide as this in millimetres; its one page is cut below what is on it. */
export type Roll = { widthMm: number }

/**
 * Makes a PDF of a page that is whole in itself, on the sheets that its own style asks for, or down a roll. Each host has its own:
 * the window prints, other hosts start a browser.
 */
export type Printer = (
  html: string,
  job: { readonly cancelled: boolean },
  roll?: Roll | null,
) => Promise<Uint8Array | Refused<PrintCode>>
