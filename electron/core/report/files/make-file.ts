import { ok, type Refused, type Result, refuse } from '#shared/values/index.ts'
import type { PrintCode, Printer } from '../../kernel/printer.ts'
import { type FileAsked, type FileMade, fileInThread } from './file-in-thread.ts'

/** A report's file in any format, made off the desk's thread; refuses a PDF where nothing can print one. */
export async function makeFile(
  printer: Printer,
  asked: FileAsked,
  job: { readonly cancelled: boolean },
): Promise<Result<FileMade, PrintCode>> {
  const made = await fileInThread(asked, job)
  if (!made) return refuse('CANCELLED')
  if (asked.format !== 'pdf') return ok(made)
  const printed = await printer(new TextDecoder().decode(made.bytes), job)
  return isBytes(printed) ? ok({ name: made.name, bytes: printed }) : printed
}

function isBytes(printed: Uint8Array | Refused<PrintCode>): printed is Uint8Array {
  return printed instanceof Uint8Array
}
