/**
 * A chart as a country's data file writes it: things name each other by code, because ids are drawn when it is loaded.
 * Every file says where its facts come from and when that was looked up.
 */
import type { LedgerAccountImage, TaxRuleImage, TransactionCodeImage } from './chart.ts'
import type { PaperSeriesImage } from './paper.ts'
import type { FolioSettings } from './settings.ts'
import type { TaxImage } from './tax.ts'

/** Charts that ship with the program. */
export const chartNames = ['cn-general', 'cn-small', 'de', 'us-nyc'] as const
export type ChartName = (typeof chartNames)[number]

/** `where` is a page, a law, or the admission that none was found. */
export type ChartSource = { whatEn: string; whatZh: string; where: string; checked: string }

export type ChartData = {
  chart: ChartName
  /** ISO 3166 alpha-3. */
  country: string
  /** The currency of its fixed amounts; null: it has none and can be loaded in any. */
  currency: string | null
  nameEn: string
  nameZh: string
  noteEn: string
  noteZh: string
  sources: ChartSource[]
  settings: Partial<FolioSettings>
  accounts: (Omit<LedgerAccountImage, 'active' | 'role'> & { role?: LedgerAccountImage['role'] })[]
  taxes: (Omit<TaxImage, 'accountId' | 'active'> & { account: string; active?: boolean })[]
  rules: (Omit<TaxRuleImage, 'taxes' | 'active'> & { taxes: string[] })[]
  codes: (Pick<TransactionCodeImage, 'code' | 'nameEn' | 'nameZh' | 'kind' | 'group'> &
    Partial<Pick<TransactionCodeImage, 'method' | 'role' | 'priceMinor' | 'invoiceItem'>> & {
      account?: string
      rule?: string
      parts?: { code: string; basisPoints: number }[]
    })[]
  series: Omit<PaperSeriesImage, 'active'>[]
}
