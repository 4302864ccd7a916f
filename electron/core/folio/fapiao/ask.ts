import { readChart } from '#db/repositories/folio/chart.ts'
import { linkFapiaoLines } from '#db/repositories/folio/fapiao.ts'
import { loadFolio } from '#db/repositories/folio/folio.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import type { FapiaoImage } from '#shared/domain/folio/fapiao.ts'
import { fapiaoLinesOf } from '#shared/domain/folio/fapiao-batch.ts'
import { type FapiaoId, isRefused, refuse, sumMoney } from '#shared/values/index.ts'
import { create } from '../../kernel/aggregate.ts'
import { writes } from '../../kernel/handler.ts'
import { done } from '../../kernel/outcome.ts'
import { fapiaoAggregate } from './aggregate.ts'
import { readFreeCharges } from './charges.ts'

/** Asks for a 发票 over lines of a folio; its amount is theirs. */
export const askFapiao = writes('fapiao.ask', async (tx, ctx, input) => {
  const { folioId, lineIds, kind, title, taxNo, details } = input
  if (!(await loadFolio(tx, folioId))) return refuse('FOLIO_UNKNOWN', { id: folioId })
  if (ctx.hotel.currency !== 'CNY') return refuse('FAPIAO_CURRENCY', { currency: ctx.hotel.currency })
  const needsNumber = kind === 'special' || !details.person
  if (needsNumber && taxNo === '') return refuse('FAPIAO_TAX_NO')
  const chart = await readChart(tx)
  const charges = await readFreeCharges(tx, chart, folioId, lineIds)
  if (isRefused(charges)) return charges
  const lines = fapiaoLinesOf(charges)
  if (!lines.ok) return lines
  const image: FapiaoImage = {
    folioId,
    kind,
    title,
    taxNo,
    details,
    status: 'asked',
    amountMinor: sumMoney(lines.value.map(({ grossMinor }) => grossMinor)),
    askedOn: ctx.businessDate,
    exportedOn: null,
    number: null,
    issuedOn: null,
    redNumber: null,
    redOn: null,
  }
  const id = (await nextId(tx, 'fapiao')) as FapiaoId
  const made = await create<FapiaoImage, never>(tx, ctx, fapiaoAggregate, id, image)
  if (!('done' in made)) return made
  await linkFapiaoLines(tx, id, lineIds)
  return done({ id, version: 1, amountMinor: image.amountMinor }, made.changes)
})
