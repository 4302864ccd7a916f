import type { Reader } from '#db/handles.ts'
import type { DeviceCode, PaperFormat } from '#shared/domain/device/device.ts'
import { fileNamePart } from '#shared/domain/report/file-name.ts'
import { isRefused, ok, type Refused, type Result } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import { type Done, done } from '../kernel/outcome.ts'
import type { PrintCode } from '../kernel/printer.ts'
import { deviceOf } from './desk.ts'

/** A paper as a page that is whole in itself, and how wide its roll is; null for sheets. */
export type PaperPage = { name: string; html: string; widthMm?: number | null }
export type PaperFile = { name: string; mediaType: string; bytes: Uint8Array }
/** Nobody cancels a paper. */
export type PaperCode = Exclude<PrintCode, 'CANCELLED'> | DeviceCode

/** A paper as it was asked for. Of one that went to the desk's own printer there is nothing to keep but its name. */
export async function paperOut(
  db: Reader,
  ctx: Context,
  { name: title, html, widthMm = null }: PaperPage,
  format: PaperFormat,
): Promise<Result<PaperFile, PaperCode>> {
  const name = `${fileNamePart(title)}.${format === 'html' ? 'html' : 'pdf'}`
  if (format === 'html')
    return ok({ name, mediaType: 'text/html;charset=utf-8', bytes: new TextEncoder().encode(html) })
  const make = async (): Promise<Result<PaperFile, PaperCode>> => {
    const pdf = await ctx.printer(html, { cancelled: false }, widthMm === null ? null : { widthMm })
    if (!(pdf instanceof Uint8Array)) return pdf as Refused<PaperCode>
    return ok({ name, mediaType: 'application/pdf', bytes: pdf })
  }
  return format === 'printer' ? printOnDesk(db, ctx, make) : make()
}

/** Prints what is made as a PDF on the desk's own printer; where it has none, nothing is made. */
export async function printOnDesk<Made extends { name: string; bytes: Uint8Array }, Code extends string>(
  db: Reader,
  ctx: Context,
  make: () => Promise<Result<Made, Code>>,
): Promise<Result<Made, Code | DeviceCode>> {
  const printer = await deviceOf(db, ctx, 'printer')
  if (typeof printer !== 'string') return printer
  const made = await make()
  if (!made.ok) return made
  const { name, bytes } = made.value
  const printed = await ctx.devices.print(printer, name, bytes)
  return isRefused(printed) ? printed : ok({ ...made.value, bytes: new Uint8Array() })
}

/** A file as an answer has it. */
export function fileOutput({ name, mediaType, bytes }: PaperFile) {
  return { name, mediaType, content: Buffer.from(bytes).toString('base64') }
}

/** A file is answered, and the log has that it was taken out. */
export function takenOut(
  report: string,
  made: PaperFile,
  format: string,
): Done<ReturnType<typeof fileOutput>> {
  const file = fileOutput(made)
  return done(file, [{ entity: 'report', id: 0, before: {}, after: { report, file: file.name, format } }])
}
