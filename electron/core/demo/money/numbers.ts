/** Numbers of slips, without gaps for each series and year. */
import type { Bulk } from '#db/repositories/bulk/bulk.ts'
import type { PaperSeriesImage } from '#shared/domain/folio/paper.ts'
import { paperLabel } from '#shared/domain/folio/paper.ts'
import { type BusinessDate, type PaperSeriesId, yearOf } from '#shared/values/index.ts'

export type Series = Pick<PaperSeriesImage, 'kind' | 'prefix' | 'digits'> & { id: PaperSeriesId }
export type Drawn = { seriesId: PaperSeriesId; year: number; number: number; label: string }
export type Numbers = {
  next: (kind: string, date: BusinessDate) => Drawn
  finish: () => void
}

export function createNumbers(bulk: Bulk, series: readonly Series[]): Numbers {
  const last = new Map<string, { series_id: PaperSeriesId; year: number; first: number; next: number }>()
  return {
    next: (kind, date) => {
      const own = series.find((one) => one.kind === kind)
      if (!own) throw new Error(`the chart has no series of ${kind}`)
      const year = yearOf(date)
      const row = last.get(`${kind} ${year}`) ?? { series_id: own.id, year, first: 1, next: 1 }
      last.set(`${kind} ${year}`, row)
      row.next += 1
      const number = row.next - 1
      return { seriesId: own.id, year, number, label: paperLabel(own, year, number) }
    },
    finish: () => {
      for (const row of last.values()) bulk.into.paper_numbers(row)
    },
  }
}
