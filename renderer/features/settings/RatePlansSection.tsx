import { Button } from 'antd'
import { useMemo, useRef } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { useHeld } from '#renderer/base/route/memory.ts'
import { inLanguage } from '#renderer/parts/guest/words.ts'
import { type Column, DataList } from '#renderer/ui/DataList.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { addActs } from './acts.ts'
import { RatePlanDrawer } from './RatePlanDrawer.tsx'
import { ReadOnlyNote } from './ReadOnlyNote.tsx'
import type { RatePlan, RoomType, SectionProps } from './things.ts'

/** Rate plans with their price for each room type, side by side. */
export function RatePlansSection({ editable }: SectionProps) {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  const plans = useQuery('rate.list', {})
  const types = useQuery('room.listTypes', {})
  const [open, setOpen] = useHeld<number | 'new' | null>('plan:open', null)
  const list = useRef<HTMLDivElement>(null)
  const add = () => setOpen('new')
  useActs(addActs, { add }, { on: editable })
  const columns = useColumns(types.data)
  const edited = plans.data?.find((plan) => plan.id === open)
  const close = () => {
    setOpen(null)
    list.current?.focus()
  }
  return (
    <Pane
      title={t('settings.section.rate-plans')}
      note={
        plans.data &&
        `${formatNumber(plans.data.length, locale)} · ${t('settings.rate.inGrid', { currency })}`
      }
      scroll={false}
      tools={
        editable && (
          <Button onClick={add}>
            {t('settings.rate.add')} <KeyHint keys={addActs.add.key} />
          </Button>
        )
      }
    >
      <ReadOnlyNote section="rate-plans" editable={editable} />
      {plans.failed && !plans.data && (
        <Trouble failed={plans.failed} operation="rate.list" onRetry={plans.retry} />
      )}
      {plans.loading && <RowSkeleton rows={8} />}
      {plans.data && types.data && (
        <DataList
          label={t('settings.rate.list')}
          rows={plans.data}
          columns={columns}
          rowKey={(row) => row.id}
          listRef={list}
          autoFocus
          {...(editable ? { onOpen: (row: RatePlan) => setOpen(row.id) } : {})}
          empty={
            <EmptyState
              {...(editable
                ? { action: { label: t('settings.rate.add'), run: add, keys: addActs.add.key } }
                : {})}
            >
              {t('settings.rate.none')}
            </EmptyState>
          }
        />
      )}
      {(open === 'new' || edited) && types.data && (
        <RatePlanDrawer key={open} plan={edited} types={types.data} onClose={close} />
      )}
    </Pane>
  )
}

function useColumns(types: readonly RoomType[] | undefined): Column<RatePlan>[] {
  const { t, language } = useWords()
  return useMemo(() => {
    const fixed: Column<RatePlan>[] = [
      {
        key: 'code',
        head: t('settings.code'),
        width: '72px',
        cell: (row) => <span className="k-code">{row.code}</span>,
      },
      {
        key: 'name',
        head: t('settings.name'),
        width: 'minmax(128px, 2fr)',
        cell: (row) => inLanguage(row, language),
      },
      {
        key: 'meal',
        head: t('settings.rate.meal'),
        width: '84px',
        cell: (row) => t(`booking.meal.${row.meal}`),
      },
      {
        key: 'kind',
        head: t('settings.rate.kind'),
        width: '104px',
        cell: (row) =>
          row.active ? (
            t(`settings.rate.kinds.${row.kind}`)
          ) : (
            <span className="k-faint">{t('settings.inactive')}</span>
          ),
      },
      {
        key: 'loyalty',
        head: t('settings.rate.qualifiesHead'),
        width: '58px',
        cell: (row) => (row.qualifies ? t('settings.rate.counts') : ''),
      },
    ]
    const priced = (types ?? []).filter((type) => type.active)
    return [...fixed, ...priced.map((type) => priceColumn(type))]
  }, [t, language, types])
}

function priceColumn(type: RoomType): Column<RatePlan> {
  return {
    key: `type-${type.id}`,
    head: <span className="k-code">{type.code}</span>,
    width: 'minmax(62px, 0.5fr)',
    figures: true,
    cell: (row) => {
      const own = row.prices.find((price) => price.roomTypeId === type.id)
      return own ? (
        <MoneyText minor={own.amountMinor} />
      ) : (
        <span className="k-faint">
          <MoneyText minor={type.baseRateMinor} />
        </span>
      )
    },
  }
}
