import { useMemo } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { inLanguage } from '#renderer/parts/guest/words.ts'
import type { Column } from '#renderer/ui/DataList.tsx'
import { DateText } from '#renderer/ui/DateText.tsx'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { paperLabel } from '#shared/domain/folio/paper.ts'
import type {
  Account,
  Chart,
  Code,
  ExchangeRate,
  ListTab,
  Package,
  Policy,
  Series,
  Tax,
  TaxRule,
  TypedNames,
} from './money-things.ts'
import { chargeText, rateOn, rateText, taxesText, tiersText } from './money-words.ts'

type Columns = {
  accounts: Column<Account>[]
  taxes: Column<Tax>[]
  rules: Column<TaxRule>[]
  codes: Column<Code>[]
  packages: Column<Package>[]
  policies: Column<Policy>[]
  rates: Column<ExchangeRate>[]
  series: Column<Series>[]
} & Record<ListTab, unknown>

/** The columns of every list of the chart. */
export function useMoneyColumns(chart: Chart): Columns {
  const { t, language, locale } = useWords()
  const { currency, businessDate } = useHotel()
  return useMemo(() => {
    const say = { t: t as never, currency, locale }
    const inactive = <span className="k-faint">{t('settings.inactive')}</span>
    const named = <R extends TypedNames>(codeWidth = '96px'): Column<R>[] => [
      {
        key: 'code',
        head: t('settings.code'),
        width: codeWidth,
        cell: (row) => <span className="k-code">{row.code}</span>,
      },
      {
        key: 'name',
        head: t('settings.name'),
        width: 'minmax(140px, 2fr)',
        cell: (row) => (
          <span className={row.active ? 'k-cut' : 'k-cut k-faint'}>{inLanguage(row, language)}</span>
        ),
      },
    ]
    const state = <R extends { active: boolean }>(): Column<R> => ({
      key: 'active',
      head: '',
      width: '72px',
      from: 620,
      cell: (row) => (row.active ? '' : inactive),
    })
    const accountOf = (id: number | null) => chart.accounts.find((one) => one.id === id)
    const plansOf = (ids: readonly number[], words: string) => (ids.length === 0 ? words : String(ids.length))
    const text = <R,>(
      key: string,
      head: string,
      width: string,
      cell: (row: R) => string,
      more = {},
    ): Column<R> => ({
      key,
      head,
      width,
      cell: (row) => <span className="k-cut">{cell(row)}</span>,
      ...more,
    })
    return {
      accounts: [
        ...named<Account>(),
        text('class', t('chart.head.class'), '96px', (row) => t(`chart.class.${row.class}`)),
        text('role', t('chart.head.role'), 'minmax(140px, 1fr)', (row) =>
          row.role ? t(`chart.accountRole.${row.role}`) : '',
        ),
        state<Account>(),
      ],
      taxes: [
        ...named<Tax>(),
        text('now', t('chart.head.now'), 'minmax(120px, 1fr)', (row) => rateText(row, businessDate, say)),
        {
          key: 'from',
          head: t('chart.head.from'),
          width: '112px',
          from: 720,
          cell: (row) => {
            const from = rateOn(row, businessDate)?.from
            return from ? <DateText date={from} /> : <span className="k-quiet">{t('chart.says.always')}</span>
          },
        },
        text('how', '', '96px', (row) => t(row.terms.included ? 'chart.says.contained' : 'chart.says.onTop')),
        text('account', t('chart.head.account'), '96px', (row) => accountOf(row.accountId)?.code ?? '', {
          from: 720,
        }),
        state<Tax>(),
      ],
      rules: [
        ...named<TaxRule>(),
        text('taxes', t('chart.head.taxes'), 'minmax(160px, 2fr)', (row) => taxesText(chart, row.taxes, say)),
        state<TaxRule>(),
      ],
      codes: [
        ...named<Code>('88px'),
        text('kind', t('chart.head.kind'), '96px', (row) =>
          row.method ? t(`chart.method.${row.method}`) : t(`chart.codeKind.${row.kind}`),
        ),
        text('group', t('chart.head.group'), '104px', (row) => t(`chart.group.${row.group}`), { from: 860 }),
        text('account', t('chart.head.account'), '72px', (row) => accountOf(row.accountId)?.code ?? ''),
        text('rule', t('chart.head.rule'), '80px', (row) =>
          row.taxRuleId === null ? '' : (chart.rules.find((one) => one.id === row.taxRuleId)?.code ?? ''),
        ),
        text(
          'role',
          t('chart.head.role'),
          'minmax(96px, 1fr)',
          (row) => (row.role ? t(`chart.codeRole.${row.role}`) : ''),
          { from: 760 },
        ),
        {
          key: 'price',
          head: t('chart.head.price'),
          width: '96px',
          figures: true,
          from: 980,
          cell: (row) => (row.priceMinor === null ? '' : <MoneyText minor={row.priceMinor} />),
        },
        state<Code>(),
      ],
      packages: [
        ...named<Package>(),
        text('elements', t('chart.head.elements'), 'minmax(160px, 2fr)', (row) =>
          row.terms.elements
            .map(({ codeId }) => chart.codes.find((code) => code.id === codeId)?.code ?? '?')
            .join(' + '),
        ),
        text('plans', t('chart.head.plans'), 'minmax(120px, 1fr)', (row) =>
          plansOf(row.terms.ratePlanIds, row.terms.meals.map((meal) => t(`booking.meal.${meal}`)).join(', ')),
        ),
        state<Package>(),
      ],
      policies: [
        ...named<Policy>(),
        text('cancellation', t('chart.head.cancellation'), 'minmax(200px, 3fr)', (row) =>
          tiersText(row, say),
        ),
        text('noShow', t('chart.head.noShow'), '96px', (row) => chargeText(row.terms.noShow, say), {
          from: 760,
        }),
        text(
          'early',
          t('chart.head.earlyDeparture'),
          '112px',
          (row) => chargeText(row.terms.earlyDeparture, say),
          {
            from: 860,
          },
        ),
        state<Policy>(),
      ],
      rates: [
        {
          key: 'currency',
          head: t('field.name.currency'),
          width: '96px',
          cell: (row) => <span className="k-code">{row.currency}</span>,
        },
        {
          key: 'from',
          head: t('chart.head.from'),
          width: 'minmax(120px, 1fr)',
          cell: (row) => <DateText date={row.validFrom} />,
        },
        {
          key: 'rate',
          head: `${t('chart.head.rate')}, ${currency}`,
          width: '144px',
          figures: true,
          cell: (row) => <span className="k-num">{row.rate}</span>,
        },
      ],
      series: [
        {
          key: 'code',
          head: t('settings.code'),
          width: '96px',
          cell: (row) => <span className="k-code">{row.code}</span>,
        },
        text('kind', t('chart.head.kind'), 'minmax(140px, 1fr)', (row) => t(`chart.paperKind.${row.kind}`)),
        text('example', t('chart.head.example'), 'minmax(160px, 1fr)', (row) =>
          paperLabel(row, Number(businessDate.slice(0, 4)), 1),
        ),
        state<Series>(),
      ],
    }
  }, [chart, t, language, locale, currency, businessDate])
}
