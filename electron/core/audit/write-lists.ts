import { join } from 'node:path'
import type { Reader } from '#db/handles.ts'
import { type Close, loadClose, saveMorningFiles } from '#db/repositories/audit/closes.ts'
import { type MorningFiles, type MorningList, morningLists } from '#shared/domain/audit/morning.ts'
import type { CloseSettings } from '#shared/domain/audit/settings.ts'
import { pageSizeOf } from '#shared/domain/folio/paper-size.ts'
import { fileNamePart } from '#shared/domain/report/file-name.ts'
import { words } from '#shared/i18n/index.ts'
import { addDays, type CloseId, isRefused, type Refused, refuse } from '#shared/values/index.ts'
import { sizeOf } from '../folio/public.ts'
import type { Context } from '../kernel/context.ts'
import { writesAfter } from '../kernel/handler.ts'
import { nobodyFollows } from '../kernel/jobs.ts'
import { done } from '../kernel/outcome.ts'
import { freePath, makeFile, writeWhole } from '../report/public.ts'
import { morningPage } from './morning.ts'
import { closeSettings } from './settings.ts'

/**
 * The lists of the morning after a close, one file each. What the disk or a share says is kept with the close and keeps
 * nobody from working; they can be written again while the date is open that they are of.
 */
export const writeLists = writesAfter(
  'audit.writeLists',
  async (db, { id }, ctx) => {
    const close = await closeOfMorning(db, ctx, id)
    return isRefused(close) ? close : await writeEach(db, ctx)
  },
  async (tx, ctx, { id }, written) => {
    const close = await closeOfMorning(tx, ctx, id)
    if (isRefused(close)) return close
    if (isRefused(written)) return written
    await saveMorningFiles(tx, id, written)
    return done({ files: written }, [])
  },
)

async function closeOfMorning(
  db: Reader,
  ctx: Context,
  id: CloseId,
): Promise<Close | Refused<'CLOSE_UNKNOWN' | 'CLOSE_NOT_DONE'>> {
  const close = await loadClose(db, id)
  if (!close) return refuse('CLOSE_UNKNOWN', { id })
  const { status, businessDate } = close.image
  const isOpen = addDays(businessDate, 1) === ctx.businessDate
  return status === 'done' && isOpen ? close : refuse('CLOSE_NOT_DONE', { date: businessDate })
}

async function writeEach(db: Reader, ctx: Context): Promise<MorningFiles> {
  const settings = await closeSettings.read(db)
  if (settings.format === 'none') return []
  const files: MorningFiles = []
  for (const list of morningLists) files.push(await writeOne(db, ctx, settings, list))
  return files
}

async function writeOne(
  db: Reader,
  ctx: Context,
  { folder, format }: CloseSettings,
  list: MorningList,
): Promise<MorningFiles[number]> {
  if (format === 'none') return { list, file: null, failure: null }
  const { language, timeZone } = ctx.hotel
  const page = await morningPage(db, ctx, list)
  const paper = pageSizeOf(await sizeOf(db, undefined))
  const asked = { shown: { page }, format, language, timeZone, paper }
  const made = await makeFile(ctx.printer, asked, nobodyFollows)
  if (!made.ok) return { list, file: null, failure: made.refusal }
  const name = `${ctx.businessDate} ${fileNamePart(words(language, `audit.list.${list}`))}`
  const file = await freePath(join(folder, name), format)
  const trouble = await writeWhole(file, made.value.bytes)
  return trouble ? { list, file: null, failure: trouble.refusal } : { list, file, failure: null }
}
