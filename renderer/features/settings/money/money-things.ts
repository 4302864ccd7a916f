import type { CommandName, OutputOf } from '#shared/contract/index.ts'

/** The chart as Settings → Money shows it. */
export type Chart = OutputOf<'chart.get'>
export type Account = Chart['accounts'][number]
export type Tax = Chart['taxes'][number]
export type TaxRule = Chart['rules'][number]
export type Code = Chart['codes'][number]
export type Package = Chart['packages'][number]
export type Policy = Chart['policies'][number]
export type ExchangeRate = Chart['rates'][number]
export type Series = Chart['series'][number]
export type FeeCharge = Policy['terms']['noShow']
export type Basis = Tax['terms']['rates'][number]['basis']

/** The lists of things, in the order of their tabs. */
export const listTabs = [
  'accounts',
  'taxes',
  'rules',
  'codes',
  'packages',
  'policies',
  'rates',
  'series',
] as const
export type ListTab = (typeof listTabs)[number]
export const tabs = [...listTabs, 'general'] as const
export type Tab = (typeof tabs)[number]

export type Thing = Chart[ListTab][number]

/** The command that saves a thing of each list. */
export const saveOf = {
  accounts: 'chart.saveAccount',
  taxes: 'chart.saveTax',
  rules: 'chart.saveTaxRule',
  codes: 'chart.saveCode',
  packages: 'chart.savePackage',
  policies: 'chart.saveFeePolicy',
  rates: 'chart.saveExchangeRate',
  series: 'chart.saveSeries',
} as const satisfies Record<ListTab, CommandName>

/** What a drawer is given: the thing, or none for a new one. */
export type DrawerProps<T> = { thing: T | undefined; chart: Chart; onClose: () => void }

/** What is typed of the fields that all things have. */
export type TypedNames = { code: string; nameEn: string; nameZh: string; active: boolean }

export function typedNames(thing: TypedNames | undefined): TypedNames {
  return {
    code: thing?.code ?? '',
    nameEn: thing?.nameEn ?? '',
    nameZh: thing?.nameZh ?? '',
    active: thing?.active ?? true,
  }
}

/** A percentage as typed in hundredths of a per cent; null when it is none. */
export function basisPointsOf(text: string): number | null {
  const plain = text.normalize('NFKC').trim()
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(plain)) return null
  return Math.round(Number(plain) * 100)
}

/** 1500 → 15, 1250 → 12.5 */
export function percentText(basisPoints: number): string {
  return String(basisPoints / 100)
}

/** A percentage or rate as typed, as the contract takes it: full-width figures are figures too. */
export function decimalOf(text: string): string {
  return text.normalize('NFKC').trim()
}
