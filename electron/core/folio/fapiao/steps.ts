import type { Reader, Writer } from '#db/handles.ts'
import { readAskedFapiao, readFapiaoByNumber, readFapiaoLineIds } from '#db/queries/folio/fapiao.ts'
import { readLines } from '#db/queries/folio/read.ts'
import { readChart } from '#db/repositories/folio/chart.ts'
import { fapiaoImage } from '#db/repositories/folio/fapiao.ts'
import { type FapiaoStep, stepFapiao } from '#shared/domain/folio/fapiao.ts'
import { type FapiaoRequest, fapiaoLinesOf } from '#shared/domain/folio/fapiao-batch.ts'
import { type FapiaoId, refuse } from '#shared/values/index.ts'
import { edit } from '../../kernel/aggregate.ts'
import type { Context } from '../../kernel/context.ts'
import { writes, writesAfter } from '../../kernel/handler.ts'
import { type Change, conflict, done } from '../../kernel/outcome.ts'
import { fapiaoAggregate } from './aggregate.ts'
import { chargeOf } from './charges.ts'
import { fapiaoWorkbook } from './workbook.ts'

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The number that joins a request with its lines in the workbook; the platform gives its own. */
function serialOf(id: FapiaoId): string {
  return `KR${String(id).padStart(8, '0')}`
}

type Batch = { requests: FapiaoRequest[]; asked: { id: FapiaoId; version: number }[] }

async function readBatch(db: Reader): Promise<Batch> {
  const chart = await readChart(db)
  const rows = await readAskedFapiao(db)
  const requests: FapiaoRequest[] = []
  const asked: Batch['asked'] = []
  for (const row of rows) {
    const { kind, title, taxNo, details } = fapiaoImage(row)
    const charges = await readLines(db, await readFapiaoLineIds(db, row.id))
    const lines = fapiaoLinesOf(charges.map((line) => chargeOf(line, chart)))
    // Checked when it was asked for; one whose code has lost its 税收编码 since stays asked for until that is put right
    if (!lines.ok) continue
    requests.push({ serial: serialOf(row.id), kind, title, taxNo, details, lines: lines.value })
    asked.push({ id: row.id, version: row.version })
  }
  return { requests, asked }
}

/** All that was asked for as the platform's workbook; what changed while it was made is a conflict, and it is asked again. */
export const exportFapiao = writesAfter(
  'fapiao.export',
  async (db) => {
    const batch = await readBatch(db)
    return { ...batch, bytes: batch.requests.length > 0 ? await fapiaoWorkbook(batch.requests) : null }
  },
  async (tx, ctx, _input, { bytes, asked, requests }) => {
    if (!bytes) return refuse('FAPIAO_NONE')
    const changes: Change[] = []
    for (const { id, version } of asked) {
      const stepped = await take(tx, ctx, { id, version }, { to: 'exported', on: ctx.businessDate })
      if (!('done' in stepped)) return conflict('fapiao', id)
      changes.push(...stepped.changes)
    }
    const name = `批量开票 ${ctx.businessDate}.xlsx`
    const content = Buffer.from(bytes).toString('base64')
    return done({ name, mediaType: workbookType, content, count: requests.length }, changes)
  },
)

function take(
  tx: Writer,
  ctx: Context,
  { id, version }: { id: FapiaoId; version: number },
  step: FapiaoStep,
) {
  return edit(tx, ctx, fapiaoAggregate, id, version, (image) => stepFapiao(image, step))
}

/** Records the 发票 that the platform issued. */
export const setFapiaoIssued = writes('fapiao.setIssued', async (tx, ctx, { number, date, ...at }) => {
  const taken = await readFapiaoByNumber(tx, number)
  if (taken && taken.id !== at.id) return refuse('FAPIAO_NUMBER_TAKEN', { number })
  return take(tx, ctx, at, { to: 'issued', number, on: date })
})

/** Records the red 发票 that takes it back. */
export const setFapiaoRed = writes('fapiao.setRed', async (tx, ctx, { redNumber, date, ...at }) => {
  if (await readFapiaoByNumber(tx, redNumber)) return refuse('FAPIAO_NUMBER_TAKEN', { number: redNumber })
  return take(tx, ctx, at, { to: 'red', number: redNumber, on: date })
})

/** Withdraws a request before it is issued. */
export const withdrawFapiao = writes('fapiao.withdraw', (tx, ctx, at) =>
  take(tx, ctx, at, { to: 'withdrawn' }),
)
