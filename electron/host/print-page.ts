import type { Printer, Roll } from '#core/kernel/printer.ts'
import { refuse } from '#shared/values/index.ts'

/** Sends one command of Chrome's protocol to a page and answers with its result. */
export type SendToPage = (
  method: string,
  params?: Record<string, unknown>,
) => Promise<Record<string, unknown>>

/** Paper, margins, heads and page numbers are the page's own style; the fonts it uses are embedded. */
export const paperOptions = { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true }

/** Puts a page that is whole in itself into a blank one. */
export async function fillPage(send: SendToPage, html: string): Promise<void> {
  const { frameTree } = (await send('Page.getFrameTree')) as { frameTree: { frame: { id: string } } }
  await send('Page.setDocumentContent', { frameId: frameTree.frame.id, html })
}

const millimetresPerInch = 25.4
const pixelsPerInch = 96
/** Below the last line, so that a rounded height never begins a second page. */
const tailMm = 2

/** The paper that a page on a roll is printed on, in inches: as wide as the roll, as long as the page is when printed. */
export async function measureRoll(
  send: SendToPage,
  { widthMm }: Roll,
): Promise<{ width: number; height: number }> {
  const width = widthMm / millimetresPerInch
  await send('Emulation.setEmulatedMedia', { media: 'print' })
  // The height that is measured is never less than the window's
  const window = { width: Math.round(width * pixelsPerInch), height: 1, deviceScaleFactor: 1, mobile: false }
  await send('Emulation.setDeviceMetricsOverride', window)
  const { cssContentSize } = (await send('Page.getLayoutMetrics')) as { cssContentSize: { height: number } }
  return { width, height: cssContentSize.height / pixelsPerInch + tailMm / millimetresPerInch }
}

/** The same, printed: of a browser without a window alone, one with a window does not know the command. */
export async function printPage(send: SendToPage, html: string, roll?: Roll | null): Promise<Uint8Array> {
  await fillPage(send, html)
  const { data } = await send('Page.printToPDF', await optionsOf(send, roll))
  return new Uint8Array(Buffer.from(String(data), 'base64'))
}

async function optionsOf(send: SendToPage, roll?: Roll | null): Promise<Record<string, unknown>> {
  if (!roll) return paperOptions
  const { width, height } = await measureRoll(send, roll)
  const margins = { marginTop: 0, marginBottom: 0, marginLeft: 0, marginRight: 0 }
  return { ...paperOptions, ...margins, preferCSSPageSize: false, paperWidth: width, paperHeight: height }
}

/** A page that takes longer is not printed at all. */
const patienceMs = 60_000
const lookMs = 100

/** Waits for `print` until its job is cancelled or a minute is over; whatever goes wrong is said as a refusal. */
export async function printOrGiveUp(
  browser: string,
  job: { readonly cancelled: boolean },
  print: () => Promise<Uint8Array>,
): ReturnType<Printer> {
  const until = performance.now() + patienceMs
  let watch: NodeJS.Timeout | undefined
  const givenUp = new Promise<never>((_resolve, reject) => {
    watch = setInterval(() => {
      if (job.cancelled || performance.now() > until) reject(new Error('timeout'))
    }, lookMs)
  })
  try {
    return await Promise.race([print(), givenUp])
  } catch (error) {
    if (job.cancelled) return refuse('CANCELLED')
    return refuse('PDF_FAILED', { browser, problem: error instanceof Error ? error.message : String(error) })
  } finally {
    clearInterval(watch)
  }
}
