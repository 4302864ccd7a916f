import type { Printer } from '#core/kernel/printer.ts'
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

/** The same, printed: of a browser without a window alone, one with a window does not know the command. */
export async function printPage(send: SendToPage, html: string): Promise<Uint8Array> {
  await fillPage(send, html)
  const { data } = await send('Page.printToPDF', paperOptions)
  return new Uint8Array(Buffer.from(String(data), 'base64'))
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
