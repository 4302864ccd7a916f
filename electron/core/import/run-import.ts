import type { Writer } from '#db/handles.ts'
import { readFindings, readOverbooked } from '#db/queries/import/imports.ts'
import type { Bulk } from '#db/repositories/bulk/bulk.ts'
import { updateBatchSummary } from '#db/repositories/import/repository.ts'
import type { ImportSummary } from '#shared/contract/import.ts'
import { fitsBetter } from '#shared/domain/import/date-columns.ts'
import type { GuestId, ImportBatchId } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import type { GivenFile } from '../kernel/given-files.ts'
import type { JobEnd, JobHandle } from '../kernel/jobs.ts'
import { isRollBack, type RollBack } from '../kernel/store.ts'
import { addFurther } from './add-further.ts'
import { contentKey, hotelNamed, lookAtEarlier } from './earlier.ts'
import { createFileNumbers } from './file-numbers.ts'
import { type FindingSink, findingsInStore, keepableWord } from './findings.ts'
import { createFirstRows, type FirstRows } from './first-rows.ts'
import { type ColumnFacts, lookAtColumns, noFacts } from './look-at-columns.ts'
import { openComparer } from './open-comparer.ts'
import type { ReadRow } from './read-row.ts'
import { insertRooms, insertRow, readRows } from './read-rows.ts'
import { type Reading, type ReadingInput, readingOf } from './rules.ts'
import type { FileTrouble, Survey } from './source/survey.ts'
import { openTable, type Table, troubleOf } from './source/table.ts'
import { layoutOf, type SourceSystem, systemOf } from './source-system.ts'
import { createTally, type Tally, type TallyCounts } from './tally.ts'
import { tellChange } from './tell-change.ts'
import { createBookingWriter } from './write-bookings.ts'
import { type CodeBook, openCodeBook } from './write-codes.ts'
import { createGuestWriter } from './write-guests.ts'
import type { WriteParts } from './write-parts.ts'

/** What is to be imported: the surveyed file, and how its rows are read. */
export type ImportPlan = ReadingInput & {
  file: GivenFile
  survey: Survey
  sheet: string | undefined
  /** Rows that a workbook hides are left out. */
  skipHidden: boolean
  /** The system that the file comes from, as a person named it; '' where nobody did. */
  source: string
  /** Null imports; else a dry run, whose findings go there. */
  dryRun: FindingSink | null
  /** Where the findings of an import go that took no row and so leaves nothing in the store. */
  instead: () => FindingSink
}

/**
 * Imports a file in one transaction, or leaves nothing behind: when it is cancelled, refused, killed or dry. Rows
 * stream through, memory stays flat. The transaction is held while the file is read, so commands wait or are answered
 * that the store is busy; queries go on.
 */
export async function runImport(ctx: Context, plan: ImportPlan, handle: JobHandle): Promise<JobEnd> {
  try {
    return await inOneTransaction(ctx, plan, handle)
  } finally {
    plan.dryRun?.end()
  }
}

async function inOneTransaction(ctx: Context, plan: ImportPlan, handle: JobHandle): Promise<JobEnd> {
  const began = performance.now()
  let summary: ImportSummary | null = null
  let change = 0
  const facts = plan.profile === 'generic' ? await lookAtColumns(plan, handle) : noFacts
  if (handle.cancelled) return { failure: { code: 'CANCELLED', params: {} } }
  const outcome = await ctx.store.exclusively(async (tx, bulk) => {
    const table = await openTable(plan.file.path, plan.survey, plan.sheet)
    if ('code' in table) return leave(table)
    try {
      const { sha256 } = plan.survey
      const earlier = await lookAtEarlier(tx, ctx, { sha256, ...plan, sheet: table.sheet })
      if ('trouble' in earlier) return leave(earlier.trouble)
      const reading = readingOf(table, plan, ctx.hotel, plan.survey.format, facts)
      if ('code' in reading) return leave(reading)
      change = bulk.head().seq + 1
      const { hotels } = earlier
      const work = () =>
        importRows(ctx, plan, handle, { tx, bulk, table, reading, facts, hotels, change, began })
      // Indexes are built again after the rows only where none was before.
      const fresh = bulk.isEmpty('bookings') && bulk.isEmpty('guests')
      const answer = fresh ? await bulk.withoutIndexes(work) : await work()
      if (answer === 'cancelled' || 'code' in answer) return leave(answer === 'cancelled' ? null : answer)
      const told = await answer.close()
      summary = told
      // Without a booking there is no import: the file may come again, with a better mapping.
      return plan.dryRun || told.imported === 0 ? leave(null) : null
    } catch (error) {
      const trouble = troubleOf(error)
      if (!trouble) throw error
      return leave(trouble)
    } finally {
      await table.rows.return(undefined)
    }
  })
  if (isRollBack(outcome) && outcome.why) {
    const { code, params } = outcome.why as FileTrouble
    return { failure: { code, params: { file: plan.file.name, ...params } } }
  }
  const done = summary as ImportSummary | null
  if (!done) return { failure: { code: 'CANCELLED', params: {} } }
  const seconds = Math.round(performance.now() - began) / 1000
  if (done.batchId !== null) {
    ctx.store.forgetSettings()
    tellChange(ctx, 'import.start', done.batchId, change)
  }
  return { result: { ...done, seconds } }
}

function leave(why: FileTrouble | null): RollBack {
  return { rollBack: true, why }
}

type Work = {
  tx: Writer
  bulk: Bulk
  table: Table
  reading: Reading
  facts: ColumnFacts
  /** Whose bookings are in already, by earlier imports. */
  hotels: readonly string[]
  change: number
  began: number
}

/** All rows are in; `close` writes what is written for all of them together, and answers with the summary. */
type RowsRead = { close: () => Promise<ImportSummary> }

async function importRows(
  ctx: Context,
  plan: ImportPlan,
  handle: JobHandle,
  { tx, bulk, table, reading, facts, hotels, change, began }: Work,
): Promise<RowsRead | 'cancelled' | FileTrouble> {
  const generic = plan.profile === 'generic'
  const system = await systemOf(tx, plan.source, layoutOf(plan.profile, table.headings))
  const parts = beginBatch(ctx, plan, table, system, bulk, change)
  const { batchId } = parts
  const codes = await openCodeBook(parts, tx)
  const guests = createGuestWriter(parts)
  const stated = new Set(generic ? Object.values(plan.mapping?.columns ?? {}) : [])
  const writer = createBookingWriter(parts, codes, guests, createFileNumbers(bulk, stated), stated)
  const tally = createTally(plan.dryRun ?? findingsInStore(bulk, batchId), reading.fields)
  const total = Math.max(0, plan.survey.lines - 1)
  const seen = bulk.keys('rows')
  const { skipHidden } = plan
  const first = plan.dryRun ? createFirstRows() : null
  const insert = (row: ReadRow, isNew: boolean) => insertRow({ writer, tally, seen, first }, row, isNew)
  const filter = plan.where
  const more = (row: ReadRow, guest: GuestId) => insertRooms(writer, row, guest)
  const compared = {
    parts,
    tx,
    system,
    stated,
    filter,
    tally,
    first,
    insert,
    insertRooms: more,
    codes,
    guests,
  }
  const comparer = openComparer(ctx, compared)
  const rows = { table, reading, writer, comparer, first, tally, seen, hotels, total, skipHidden }
  const read = await readRows(rows, handle)
  if (read === 'cancelled' || 'code' in read) return read
  const after: RowsIn = {
    parts,
    codes,
    tally,
    read,
    comparer,
    first,
    system,
    made: () => ({ guests: guests.written.guests, ...writer.written }),
  }
  return {
    close: () => closeImport(ctx, plan, { tx, bulk, table, reading, facts, hotels, change, began }, after),
  }
}

type RowsIn = {
  first: FirstRows | null
  parts: WriteParts
  codes: CodeBook
  tally: Tally
  read: { hotel: string | null; hidden: number }
  comparer: ReturnType<typeof openComparer>
  system: SourceSystem
  made: () => Pick<ImportSummary['created'], 'guests' | 'bookings' | 'roomNights'>
}

/** Writes what all rows together make, in a store whose indexes are there again. */
async function closeImport(
  ctx: Context,
  plan: ImportPlan,
  { tx, bulk, table, reading, facts, change, began }: Work,
  { parts, codes, tally, read, comparer, first, system, made }: RowsIn,
): Promise<ImportSummary> {
  const { batchId, header } = parts
  const hotel = hotelNamed(plan.profile, plan.where) ?? read.hotel
  if (tally.counts.imported === 0 && !plan.dryRun) await handOver(tx, batchId, plan.instead())
  await codes.finish()
  await addFurther(parts, tx)
  noteColumns(tally, plan, facts, reading)
  for (const { roomType, night, sold, rooms } of await readOverbooked(tx, batchId, ctx.businessDate))
    tally.noted({
      reason: 'overbooked',
      field: 'roomType',
      value: `${roomType} ${night}: ${sold} / ${rooms}`,
    })
  const seconds = Math.round(performance.now() - began) / 1000
  const summary = summaryOf(plan, batchId, tally.counts, { ...made(), ...codes.made }, seconds)
  if (hotel) summary.hotel = hotel
  if (comparer?.isComparing) summary.compared = tally.counts.compared
  if (system.isNamed) summary.source = system.source
  if (first)
    summary.first = { headings: table.headings, currency: ctx.hotel.currency, bookings: first.list() }
  Object.assign(
    summary,
    columnsOf(table, reading),
    dateOrdersOf(facts, reading),
    fileOf(plan, table, read.hidden),
  )
  await updateBatchSummary(tx, batchId, JSON.stringify(summary))
  // The batch's own row stands for all that has none of its own: the unnamed guests.
  const { seconds: _, columns: _columns, notRead: _notRead, unknownWords: _words, ...told } = summary
  const { dateOrders: _dateOrders, ...after } = told
  bulk.insertChange(
    header,
    { entity: 'import-batch', entityId: batchId, bookingId: null, before: null, after },
    change,
  )
  return summary
}

/** Columns without numbers where they are expected, and those whose dates say another order than the one stated, or two. */
function noteColumns(
  tally: Tally,
  { mapping }: ImportPlan,
  { keys, dates }: ColumnFacts,
  reading: Reading,
): void {
  for (const [name, verdict] of Object.entries(keys))
    if (!verdict.numbers) tally.noted({ reason: 'columnNoKey', field: headingOf(reading, name), value: '' })
  for (const [name, shown] of Object.entries(dates)) {
    const field = headingOf(reading, name)
    const fits = mapping?.dateOrder ? fitsBetter(shown, mapping.dateOrder) : null
    if (fits) tally.noted({ reason: 'dateOrderFits', field, value: fits })
    if (shown === 'mixed') tally.noted({ reason: 'dateOrderMixed', field, value: '' })
  }
}

function dateOrdersOf({ dates }: ColumnFacts, reading: Reading): Pick<ImportSummary, 'dateOrders'> {
  const orders = Object.entries(dates).map(([name, shown]) => [headingOf(reading, name), shown])
  return orders.length === 0 ? {} : { dateOrders: Object.fromEntries(orders) }
}

/** Writes the batch, which its bookings name, and answers with what everything that it writes has in common. */
function beginBatch(
  ctx: Context,
  plan: ImportPlan,
  table: Table,
  system: SourceSystem,
  bulk: Bulk,
  change: number,
): WriteParts {
  const batchId = bulk.nextId('import_batches') as ImportBatchId
  const generic = plan.profile === 'generic'
  bulk.into.import_batches({
    id: batchId,
    file_name: plan.file.name,
    sha256: contentKey({ sha256: plan.survey.sha256, sheet: table.sheet }),
    profile: plan.profile,
    filter: plan.where,
    at: ctx.moment,
    by: ctx.actor,
    summary: '',
    source: generic ? system.source : '',
    layout: generic ? system.layout : '',
    taken_back_at: null,
    taken_back_by: null,
  })
  const header = {
    moment: ctx.moment,
    businessDate: ctx.businessDate,
    actor: ctx.actor,
    workstation: ctx.workstation,
    operation: 'import.start',
    reason: null,
    requestId: null,
    undoes: null,
  }
  return { bulk, header, command: change, batchId }
}

/** The heading of the column that is read as the field. */
function headingOf({ fields }: Reading, field: string): string {
  return [...fields].find(([, read]) => read === field)?.[0] ?? field
}

/** What each column was read as: a column that nothing was read from is not dropped in silence. */
function columnsOf(
  { headings }: Table,
  { fields, unknownWords }: Reading,
): Pick<ImportSummary, 'columns' | 'notRead' | 'unknownWords'> {
  const unknown = unknownWords().map((one) => ({ ...one, word: keepableWord(one.word) }))
  return {
    columns: Object.fromEntries(
      headings.flatMap((name) => (fields.has(name) ? [[name, fields.get(name) ?? '']] : [])),
    ),
    notRead: headings.filter((name) => !fields.has(name)),
    ...(unknown.length > 0 ? { unknownWords: unknown } : {}),
  }
}

/** How a text was read; or which sheet of a workbook, what else it holds, and how many of its rows are hidden. */
function fileOf(
  { survey, skipHidden }: ImportPlan,
  { sheet, otherSheets }: Table,
  hiddenRows: number,
): Pick<ImportSummary, 'encoding' | 'sheet' | 'otherSheets' | 'hiddenRows' | 'skipHidden'> {
  return survey.format === 'xlsx'
    ? { sheet, otherSheets, hiddenRows, skipHidden }
    : { encoding: survey.encoding }
}

/** The rows rejected are wanted all the same: they say what to fix. */
async function handOver(tx: Writer, batch: ImportBatchId, sink: FindingSink): Promise<void> {
  const page = { limit: 1000, kind: undefined, reason: undefined }
  let rows = await readFindings(tx, batch, { ...page, after: 0 })
  while (rows.length > 0) {
    for (const { position: _, kind, ...row } of rows) sink.add({ ...row, kind: kind as 'rejected' })
    rows = await readFindings(tx, batch, { ...page, after: rows.at(-1)?.position ?? 0 })
  }
  sink.end()
}

function summaryOf(
  plan: ImportPlan,
  batchId: ImportBatchId,
  counts: TallyCounts,
  created: ImportSummary['created'],
  seconds: number,
): ImportSummary {
  const { rows, filteredOut, imported, rejected, notes, byStatus, byStatusRead } = counts
  return {
    batchId: plan.dryRun || counts.imported === 0 ? null : batchId,
    dryRun: plan.dryRun !== null,
    file: plan.file.name,
    sha256: plan.survey.sha256,
    profile: plan.profile,
    where: plan.where === '' ? null : plan.where,
    rows,
    filteredOut,
    imported,
    rejected,
    notes,
    byStatus,
    byStatusRead,
    created,
    seconds,
  }
}
