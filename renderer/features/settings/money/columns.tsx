import { useMemo } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { DateText } from '#renderer/ui/DateText.tsx'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { paperLabel } from '#shared/domain/folio/paper.ts'
import { codeColumn, nameColumns, type Shown, stateColumn, textColumn } from './column-kinds.tsx'
import type {
  Account,
  Chart,
  Code,
  ExchangeRate,
  Package,
  Policy,
  Series,
  Tax,
  TaxRule,
} from './money-things.ts'
import { chargeText, rateOn, rateText, taxesText, tiersText } from './money-words.ts'

/** The columns of every list of the chart. */
export function useMoneyColumns(chart: Chart) {
  const { t, language, locale } = useWords()
  const { currency, businessDate } = useHotel()
  return useMemo(() => {
    const shown: Shown = { t, language, locale, currency, businessDate, chart }
    return {
      accounts: accountColumns(shown),
      taxes: taxColumns(shown),
      rules: ruleColumns(shown),
      codes: codeColumns(shown),
      packages: packageColumns(shown),
      policies: policyColumns(shown),
      rates: rateColumns(shown),
      series: seriesColumns(shown),
    }
  }, [chart, t, language, locale, currency, businessDate])
}

function accountCode({ chart }: Shown, id: number | null): string {
  return chart.accounts.find((one) => one.id === id)?.code ?? ''
}

function accountColumns(shown: Shown) {
  const { t } = shown
  return [
    ...nameColumns<Account>(shown),
    textColumn<Account>('class', t('chart.head.class'), '96px', (row) => t(`chart.class.${row.class}`)),
    textColumn<Account>('role', t('chart.head.role'), 'minmax(140px, 1fr)', (row) =>
      row.role ? t(`chart.accountRole.${row.role}`) : '',
    ),
    stateColumn<Account>(shown),
  ]
}

function taxColumns(shown: Shown) {
  const { t, businessDate } = shown
  return [
    ...nameColumns<Tax>(shown),
    textColumn<Tax>('now', t('chart.head.now'), 'minmax(120px, 1fr)', (row) =>
      rateText(row, businessDate, shown),
    ),
    {
      key: 'from',
      head: t('chart.head.from'),
      width: '112px',
      from: 720,
      cell: (row: Tax) => {
        const from = rateOn(row, businessDate)?.from
        return from ? <DateText date={from} /> : <span className="k-quiet">{t('chart.says.always')}</span>
      },
    },
    textColumn<Tax>('how', t('chart.head.how'), '96px', (row) =>
      t(row.terms.included ? 'chart.says.contained' : 'chart.says.onTop'),
    ),
    textColumn<Tax>(
      'account',
      t('chart.head.account'),
      '96px',
      (row) => accountCode(shown, row.accountId),
      720,
    ),
    stateColumn<Tax>(shown),
  ]
}

function ruleColumns(shown: Shown) {
  return [
    ...nameColumns<TaxRule>(shown),
    textColumn<TaxRule>('taxes', shown.t('chart.head.taxes'), 'minmax(160px, 2fr)', (row) =>
      taxesText(shown.chart, row.taxes, shown),
    ),
    stateColumn<TaxRule>(shown),
  ]
}

function codeColumns(shown: Shown) {
  const { t, chart } = shown
  return [
    ...nameColumns<Code>(shown),
    textColumn<Code>('kind', t('chart.head.kind'), '96px', (row) =>
      row.method ? t(`chart.method.${row.method}`) : t(`chart.codeKind.${row.kind}`),
    ),
    textColumn<Code>('group', t('chart.head.group'), '104px', (row) => t(`chart.group.${row.group}`), 860),
    textColumn<Code>('account', t('chart.head.account'), '72px', (row) => accountCode(shown, row.accountId)),
    textColumn<Code>(
      'rule',
      t('chart.head.rule'),
      '80px',
      (row) => chart.rules.find((one) => one.id === row.taxRuleId)?.code ?? '',
    ),
    textColumn<Code>(
      'role',
      t('chart.head.role'),
      'minmax(96px, 1fr)',
      (row) => (row.role ? t(`chart.codeRole.${row.role}`) : ''),
      760,
    ),
    {
      key: 'price',
      head: t('chart.head.price'),
      width: '96px',
      figures: true,
      from: 980,
      cell: (row: Code) => (row.priceMinor === null ? '' : <MoneyText minor={row.priceMinor} />),
    },
    stateColumn<Code>(shown),
  ]
}

function packageColumns(shown: Shown) {
  const { t, chart } = shown
  return [
    ...nameColumns<Package>(shown),
    textColumn<Package>('elements', t('chart.head.elements'), 'minmax(160px, 2fr)', (row) =>
      row.terms.elements
        .map(({ codeId }) => chart.codes.find((code) => code.id === codeId)?.code ?? '?')
        .join(' + '),
    ),
    textColumn<Package>('plans', t('chart.head.plans'), 'minmax(120px, 1fr)', ({ terms }) =>
      terms.ratePlanIds.length > 0
        ? String(terms.ratePlanIds.length)
        : terms.meals.map((meal) => t(`booking.meal.${meal}`)).join(', '),
    ),
    stateColumn<Package>(shown),
  ]
}

function policyColumns(shown: Shown) {
  const { t } = shown
  return [
    ...nameColumns<Policy>(shown),
    textColumn<Policy>('cancellation', t('chart.head.cancellation'), 'minmax(200px, 3fr)', (row) =>
      tiersText(row, shown),
    ),
    textColumn<Policy>(
      'noShow',
      t('chart.head.noShow'),
      '96px',
      (row) => chargeText(row.terms.noShow, shown),
      760,
    ),
    textColumn<Policy>(
      'early',
      t('chart.head.earlyDeparture'),
      '112px',
      (row) => chargeText(row.terms.earlyDeparture, shown),
      860,
    ),
    stateColumn<Policy>(shown),
  ]
}

function rateColumns({ t, currency }: Shown) {
  return [
    {
      key: 'currency',
      head: t('field.name.currency'),
      width: '96px',
      cell: (row: ExchangeRate) => <span className="k-code">{row.currency}</span>,
    },
    {
      key: 'from',
      head: t('chart.head.from'),
      width: 'minmax(120px, 1fr)',
      cell: (row: ExchangeRate) => <DateText date={row.validFrom} />,
    },
    {
      key: 'rate',
      head: `${t('chart.head.rate')}, ${currency}`,
      width: '144px',
      figures: true,
      cell: (row: ExchangeRate) => <span className="k-num">{row.rate}</span>,
    },
  ]
}

function seriesColumns(shown: Shown) {
  const { t, businessDate } = shown
  return [
    codeColumn<Series>(shown),
    textColumn<Series>('kind', t('chart.head.kind'), 'minmax(140px, 1fr)', (row) =>
      t(`chart.paperKind.${row.kind}`),
    ),
    textColumn<Series>('example', t('chart.head.example'), 'minmax(160px, 1fr)', (row) =>
      paperLabel(row, Number(businessDate.slice(0, 4)), 1),
    ),
    stateColumn<Series>(shown),
  ]
}
