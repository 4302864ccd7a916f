import { Select } from 'antd'
import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useVersionedEdit } from '#renderer/base/drafts/use-versioned-edit.ts'
import { useWords } from '#renderer/base/language.ts'
import { FormNotes } from '#renderer/parts/form/FormNotes.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { MoneyField } from '#renderer/ui/MoneyField.tsx'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import { meals, ratePlanKinds } from '#shared/domain/rate/rate-plan.ts'
import { fieldName } from '#shared/i18n/index.ts'
import { CheckRow, TextRow } from './fields.tsx'
import { RatePlanTerms, type Terms } from './RatePlanTerms.tsx'
import type { RatePlan, RoomType } from './things.ts'
import { amount, amountText } from './values.ts'

type Typed = {
  code: string
  nameEn: string
  nameZh: string
  meal: RatePlan['meal']
  kind: RatePlan['kind']
  qualifies: boolean
  active: boolean
  /** By room type, as typed; absent asks the base rate. */
  prices: Record<string, string>
} & Terms

function typedOf(plan: RatePlan | undefined, currency: string): Typed {
  return {
    code: plan?.code ?? '',
    nameEn: plan?.nameEn ?? '',
    nameZh: plan?.nameZh ?? '',
    meal: plan?.meal ?? 'room-only',
    kind: plan?.kind ?? 'sold',
    qualifies: plan?.qualifies ?? true,
    active: plan?.active ?? true,
    segment: plan?.segment ?? null,
    channel: plan?.channel ?? null,
    guarantee: plan?.guarantee ?? null,
    accountKind: plan?.accountKind ?? null,
    account: plan?.accountId ? { id: plan.accountId, name: plan.accountName } : null,
    prices: Object.fromEntries(
      (plan?.prices ?? []).map((price) => [price.roomTypeId, amountText(price.amountMinor, currency)]),
    ),
  }
}

type Props = { plan: RatePlan | undefined; types: readonly RoomType[]; onClose: () => void }

/** One rate plan: names, meal, kind, what its bookings are, and a price for each room type. */
export function RatePlanDrawer({ plan, types, onClose }: Props) {
  const { t, language } = useWords()
  const { currency } = useHotel()
  const form = useVersionedEdit<Typed>(
    `settings:rate:${plan?.id ?? 'new'}`,
    typedOf(plan, currency),
    plan?.version,
  )
  const save = useCommand('rate.save')
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set())
  const { value: values } = form
  const change = (patch: Partial<Typed>) => {
    form.change(patch)
    setWrong(new Set())
    save.reset()
  }
  const submit = async () => {
    const given = Object.entries(values.prices).filter(([, text]) => text.trim() !== '')
    const read = given.map(([type, text]) => ({ type, amountMinor: amount(text, currency) }))
    const bad = read.filter((price) => price.amountMinor === null).map((price) => price.type)
    setWrong(new Set(bad))
    if (bad.length > 0) return
    const { prices: _, account, ...rest } = values
    const reply = await form.save((version) =>
      save.run({
        ...(plan ? { id: plan.id, version: version ?? plan.version } : {}),
        ...rest,
        accountId: account?.id ?? null,
        prices: read.map(({ type, amountMinor }) => ({
          roomTypeId: Number(type) as RoomType['id'],
          amountMinor: amountMinor ?? 0,
        })),
      }),
    )
    if (!reply.ok) return
    form.clear()
    onClose()
  }
  const taken = save.failed && 'refusal' in save.failed && save.failed.refusal.code === 'CODE_TAKEN'
  const shown = types.filter((type) => type.active || values.prices[type.id] !== undefined)
  return (
    <SideDrawer
      open
      width={460}
      title={plan ? t('settings.rate.edit', { code: plan.code }) : t('settings.rate.add')}
      onClose={onClose}
      submit={{
        label: t('common.save'),
        run: () => void submit(),
        pending: save.pending,
        disabled: form.theirs !== null || form.waiting,
      }}
    >
      <FormNotes
        form={form}
        names={(field) => fieldName([field === 'account' ? 'accountId' : field], language)}
        trouble={taken || Object.keys(save.errors).length > 0 ? null : save.trouble}
      />
      <TextRow
        label={t('settings.code')}
        value={values.code}
        onChange={(code) => change({ code })}
        error={save.errors.code ?? (taken ? (save.trouble ?? undefined) : undefined)}
        autoFocus
      />
      <div className="k-field-row">
        <TextRow
          label={t('settings.fileName.zh')}
          value={values.nameZh}
          onChange={(nameZh) => change({ nameZh })}
          error={save.errors.nameZh}
        />
        <TextRow
          label={t('settings.fileName.en')}
          value={values.nameEn}
          onChange={(nameEn) => change({ nameEn })}
          error={save.errors.nameEn}
        />
      </div>
      <div className="k-field-row">
        <Field label={t('settings.rate.meal')} error={save.errors.meal}>
          {(control) => (
            <Select
              {...control}
              value={values.meal}
              options={meals.map((meal) => ({ value: meal, label: t(`booking.meal.${meal}`) }))}
              onSelect={(meal) => change({ meal })}
            />
          )}
        </Field>
        <Field label={t('settings.rate.kind')} error={save.errors.kind}>
          {(control) => (
            <Select
              {...control}
              value={values.kind}
              options={ratePlanKinds.map((kind) => ({
                value: kind,
                label: t(`settings.rate.kinds.${kind}`),
              }))}
              onSelect={(kind) => change({ kind })}
            />
          )}
        </Field>
      </div>
      <p className="s-under k-field-hint">{t('settings.rate.kindHint')}</p>
      <CheckRow
        label={t('settings.rate.qualifies')}
        checked={values.qualifies}
        onChange={(qualifies) => change({ qualifies })}
      />
      <RatePlanTerms terms={values} errors={save.errors} onChange={change} />
      <Prices types={shown} prices={values.prices} wrong={wrong} onChange={(prices) => change({ prices })} />
      <CheckRow
        label={t('settings.active')}
        hint={t('settings.inactiveHint')}
        checked={values.active}
        onChange={(active) => change({ active })}
      />
    </SideDrawer>
  )
}

type PricesProps = {
  types: readonly RoomType[]
  prices: Record<string, string>
  wrong: ReadonlySet<string>
  onChange: (prices: Record<string, string>) => void
}

function Prices({ types, prices, wrong, onChange }: PricesProps) {
  const { t } = useWords()
  const { currency } = useHotel()
  const set = (type: RoomType, text: string) => {
    const { [String(type.id)]: _, ...others } = prices
    onChange(text === '' ? others : { ...others, [String(type.id)]: text })
  }
  return (
    <div className="k-field">
      <table className="k-table s-prices">
        <thead>
          <tr>
            <th scope="col">{t('settings.room.type')}</th>
            <th scope="col" className="k-num">
              {t('settings.rate.base')}
            </th>
            <th scope="col" className="k-num s-price">
              {t('settings.rate.price')}, {currency}
            </th>
          </tr>
        </thead>
        <tbody>
          {types.map((type) => (
            <tr key={type.id}>
              <th scope="row">
                <span className="k-code">{type.code}</span>
              </th>
              <td className="k-num k-quiet">
                <MoneyText minor={type.baseRateMinor} />
              </td>
              <td>
                <MoneyField
                  aria-label={t('settings.rate.priceOf', { type: type.code })}
                  aria-invalid={wrong.has(String(type.id))}
                  {...(wrong.has(String(type.id)) ? { status: 'error' as const } : {})}
                  value={prices[type.id] ?? ''}
                  onChange={(text) => set(type, text)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {wrong.size > 0 ? (
        <p className="k-trouble-line" role="alert">
          {t('settings.amount', { currency })}
        </p>
      ) : (
        <p className="k-field-hint">{t('settings.rate.pricesHint')}</p>
      )}
    </div>
  )
}
