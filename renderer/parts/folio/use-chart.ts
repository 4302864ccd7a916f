import { useMemo } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { type Entry, rank } from '#renderer/base/find/match.ts'
import { pinyinWords } from '#renderer/base/find/pinyin.ts'
import { useWords } from '#renderer/base/language.ts'
import { inLanguage } from '#renderer/parts/guest/words.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { paymentMethods } from '#shared/domain/folio/chart.ts'
import type { BusinessDate } from '#shared/values/index.ts'

export type ChartView = OutputOf<'chart.get'>
export type Code = ChartView['codes'][number]
/** A code as far as it is named and found. */
export type NamedCode = Pick<Code, 'id' | 'code' | 'nameEn' | 'nameZh'>

export type Chart = {
  view: ChartView | undefined
  /** There is no code to post by: a chart is loaded or made first. */
  missing: boolean
  codeOf: (id: number | null) => Code | undefined
  /** `CASH Cash`. */
  nameOf: (code: Pick<Code, 'code' | 'nameEn' | 'nameZh'> | undefined) => string
  charges: readonly Code[]
  payments: readonly Code[]
  paidOuts: readonly Code[]
  /** What one unit of each foreign currency is worth on a day, as decimal texts, by currency. */
  ratesOn: (date: BusinessDate) => ReadonlyMap<string, string>
}

/** The hotel's chart as the desk posts by it. */
export function useChart(): Chart {
  const { language } = useWords()
  const { data: view } = useQuery('chart.get', {})
  return useMemo(() => {
    const codes = view?.codes ?? []
    const active = codes.filter((code) => code.active)
    const byId = new Map(codes.map((code) => [code.id as number, code]))
    return {
      view,
      missing: view !== undefined && active.length === 0,
      codeOf: (id) => (id === null ? undefined : byId.get(id)),
      nameOf: (code) => (code ? inLanguage(code, language) : ''),
      charges: active.filter(
        ({ kind, role }) => isCharged(kind) && role !== 'rounding' && role !== 'opening',
      ),
      payments: active
        .filter(({ kind, method }) => kind === 'payment' && method !== null)
        .toSorted((a, b) => placeOf(a) - placeOf(b)),
      paidOuts: active.filter(({ kind }) => kind === 'paid-out'),
      ratesOn: (date) => {
        const known = (view?.rates ?? []).filter(({ validFrom }) => validFrom <= date)
        return new Map(
          known
            .toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
            .map(({ currency, rate }) => [currency, rate]),
        )
      },
    }
  }, [view, language])
}

/** Cash first, then as the list of methods has them: the same key for the same method in every hotel. */
function placeOf({ method }: Code): number {
  return method === null ? paymentMethods.length : paymentMethods.indexOf(method)
}

function isCharged(kind: Code['kind']): boolean {
  return kind === 'charge' || kind === 'package'
}

type CodeEntry = Entry & { code: NamedCode }

/** Codes that fit what was typed, best first: by code, by either name, by pinyin or its initials. */
export function findCodes(codes: readonly NamedCode[], text: string): NamedCode[] {
  return rank(codes.map(entryOf), text, []).map(({ code }) => code)
}

const entries = new WeakMap<NamedCode, CodeEntry>()

function entryOf(code: NamedCode): CodeEntry {
  let entry = entries.get(code)
  if (!entry) {
    const words = [code.code, code.nameEn, code.nameZh, ...pinyinWords(code.nameZh)]
    entries.set(code, (entry = { id: code.code, words, code }))
  }
  return entry
}
