import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { openRaw, type RawDatabase } from '#db/dialect/sqlite/connection.ts'
import type { ImportSummary, Mapping } from '#shared/contract/import.ts'
import type { InputOf, RefusalOf } from '#shared/contract/index.ts'
import type { Refusal } from '#shared/contract/reply.ts'
import { openTestApp, type TestApp, tempFolder } from '#tests/support/app.ts'

/** The real bookings beside the project; tests that need them are skipped, saying so, where they are not. */
export const realFile = fileURLToPath(
  new URL('../../../../shared/data/hotel-bookings.csv.gz', import.meta.url),
)
export const hasRealFile = existsSync(realFile)

export type Importing = {
  app: TestApp
  /** Writes a file and hands it to the application; answers with its token. */
  give: (name: string, content: string | Buffer) => string
  /** Runs an import to its end. */
  run: (input: Omit<InputOf<'import.start'>, 'file'> & { file: string }) => Promise<Ended>
  count: (table: string, where?: string) => number
  /** Looks at the bare file. */
  look: <T>(at: (raw: RawDatabase) => T) => T
}
export type Ended =
  | { summary: ImportSummary; job: string }
  | { refusal: Refusal<RefusalOf<'import.start'> | 'CANCELLED'> }

/** A test hotel that files can be imported into. */
export async function openImporting(): Promise<Importing & { close: () => Promise<void> }> {
  const app = await openTestApp()
  const folder = tempFolder()
  let files = 0
  const look: Importing['look'] = (at) => {
    const raw = openRaw(app.file, { readonly: true })
    const result = at(raw)
    if (result instanceof Promise) void result.finally(() => raw.close())
    else raw.close()
    return result
  }
  return {
    app,
    give: (name, content) => {
      files += 1
      const path = join(folder.path, `${files}-${name}`)
      writeFileSync(path, content)
      return app.app.files.give({ path, name, temporary: false })
    },
    run: (input) => runImport(app, input),
    look,
    count: (table, where = '') =>
      look((raw) => Number(raw.prepare(`select count(*) from ${table} ${where}`).pluck().get())),
    close: async () => {
      await app.close()
      folder.remove()
    },
  }
}

export async function runImport(app: TestApp, input: InputOf<'import.start'>): Promise<Ended> {
  const reply = await app.call('import.start', input)
  if (!reply.ok) {
    if ('fault' in reply) throw new Error(JSON.stringify(reply.fault) + String(app.defects.at(-1) ?? ''))
    return { refusal: reply.refusal }
  }
  const { job } = reply.output
  const report = await app.app.jobs.ended(job)
  if (report?.failure) return { refusal: report.failure as Refusal<'CANCELLED'> }
  return { summary: report?.result as ImportSummary, job }
}

/** The summary of an import that must have succeeded. */
export function summaryOf(ended: Ended): ImportSummary {
  if ('refusal' in ended) throw new Error(JSON.stringify(ended))
  return ended.summary
}

export function gzipped(content: string | Buffer): Buffer {
  return gzipSync(content)
}

export function readReal(): Buffer {
  return readFileSync(realFile)
}

/** The mapping of columns that inspecting a file recognised. */
export async function recognised(app: TestApp, file: string): Promise<Mapping> {
  const { columns } = await app.must('import.inspect', { file })
  return {
    columns: Object.fromEntries(columns.flatMap(({ name, field }) => (field ? [[name, field]] : []))),
    dateOrder: 'ymd',
  }
}

/** Room 1203, the one of the type KING. */
export async function addRoom1203(app: TestApp): Promise<void> {
  const type = await app.must('room.saveType', {
    code: 'KING',
    nameEn: 'King',
    nameZh: '大床',
    maxPersons: 2,
    baseRateMinor: 0,
  })
  await app.must('room.save', { number: '1203', roomTypeId: type.id, floor: 12 })
}
