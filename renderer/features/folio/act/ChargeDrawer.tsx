import { Input, type InputRef, type RefSelectProps } from 'antd'
import { useRef, useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useUser } from '#renderer/base/desk.ts'
import { useDraft } from '#renderer/base/drafts/use-draft.ts'
import { useWords } from '#renderer/base/language.ts'
import { DateField } from '#renderer/ui/DateField.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { formatMoney } from '#renderer/ui/format.ts'
import { MoneyField } from '#renderer/ui/MoneyField.tsx'
import { signs } from '#renderer/ui/marks.ts'
import { roleAllows } from '#shared/domain/access/roles.ts'
import { computeTaxes } from '#shared/domain/folio/compute-tax.ts'
import { lineTotal } from '#shared/domain/folio/convert.ts'
import { limitState } from '#shared/domain/folio/limit.ts'
import { routeOf } from '#shared/domain/folio/routing.ts'
import { type BusinessDate, type Currency, isBusinessDate, minorToDecimal } from '#shared/values/index.ts'
import type { Folio } from '#renderer/parts/folio/folio-view.ts'
import { readAmount, readQuantity } from '#renderer/parts/folio/amounts.ts'
import { useRoutingWords } from '../routing-words.ts'
import type { Chart, Code } from '#renderer/parts/folio/use-chart.ts'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import type { ActProps } from './act-props.ts'
import { CodePicker } from '#renderer/parts/folio/CodePicker.tsx'
import { useDraftWords } from '#renderer/parts/folio/draft-words.ts'
import { Effect, type EffectRow } from '#renderer/parts/folio/Effect.tsx'
import { WindowField } from '#renderer/parts/folio/WindowField.tsx'

const fields = ['codeId', 'quantity', 'unitMinor', 'amountMinor', 'text', 'serviceDate'] as const

type Posted = { key: number; text: string; minor: number }

/** Charges one thing after another: Enter posts and is ready for the next. */
export function ChargeDrawer({ folio, chart, window, onClose }: ActProps) {
  const { t, locale } = useWords()
  const { businessDate, currency } = useHotel()
  const { role } = useUser()
  const fresh = {
    codeId: null as number | null,
    quantity: '1',
    price: '',
    text: '',
    serviceDate: businessDate as string,
    window,
    overLimit: false,
  }
  const draft = useDraft(`folio:${folio.id}:charge`, fresh)
  const draftWords = useDraftWords(chart)
  const typed = draft.value
  const [posted, setPosted] = useState<readonly Posted[]>([])
  const codeField = useRef<RefSelectProps>(null)
  const priceField = useRef<InputRef>(null)
  const command = useCommand('folio.charge')
  const set = (patch: Partial<typeof typed>) => {
    command.reset()
    draft.set({ ...typed, ...patch })
  }
  const code = chart.codeOf(typed.codeId)
  const quantity = readQuantity(typed.quantity)
  const unit =
    readAmount(typed.price, currency) ?? (typed.price.trim() === '' ? (code?.priceMinor ?? null) : null)
  const date = isBusinessDate(typed.serviceDate) ? typed.serviceDate : null
  const priceWrong = typed.price.trim() !== '' && unit === null
  const total = code && quantity !== null && unit !== null ? lineTotal(quantity, unit) : null
  const taxed = code && total !== null && date ? taxesOf(chart, code, total, quantity ?? 1000, date) : null
  const ready = total !== null && total !== 0 && date !== null
  const take = (id: number | null) => {
    const priced = chart.codeOf(id)?.priceMinor ?? null
    set({ codeId: id, price: priced === null ? '' : minorToDecimal(priced, currency as Currency) })
    if (id !== null && priced === null) priceField.current?.focus()
  }
  const run = async () => {
    if (!code || quantity === null || unit === null || !date) return
    const reply = await command.run({
      folioId: folio.id,
      window: typed.window,
      items: [{ codeId: code.id, quantity, unitMinor: unit, text: typed.text.trim() }],
      serviceDate: date,
      businessDate,
      ...(typed.overLimit ? { overLimit: true } : {}),
    })
    if (!reply.ok) return
    const text = [chart.nameOf(code), typed.text.trim()].filter(Boolean).join(' · ')
    setPosted((before) => [{ key: before.length, text, minor: taxed?.grossMinor ?? total ?? 0 }, ...before])
    // The same thing twice is two things: a bottle of water, and another
    command.ended()
    draft.clear()
    draft.set({ ...fresh, window: typed.window, serviceDate: typed.serviceDate })
    codeField.current?.focus()
  }
  const manages = roleAllows(role, 'manager')
  const isOver =
    command.failed &&
    'refusal' in command.failed &&
    ['CREDIT_LIMIT', 'NO_POST'].includes(command.failed.refusal.code)
  return (
    <ActDrawer
      title={t('folioScreen.charge.title')}
      onClose={onClose}
      submit={t('folioScreen.act.charge')}
      run={run}
      ready={ready}
      command={command}
      fields={fields}
      draft={draft}
      draftWords={draftWords}
    >
      {(errors) => (
        <>
          <Field label={t('folioScreen.field.code')} error={errors.codeId}>
            {(control) => (
              <CodePicker
                {...control}
                ref={codeField}
                chart={chart}
                codes={chart.charges}
                value={typed.codeId}
                onChange={take}
                autoFocus
              />
            )}
          </Field>
          <div className="k-field-row">
            <Field
              label={t('folioScreen.field.quantity')}
              error={quantity === null ? t('folioScreen.quantityWrong') : errors['items.0.quantity']}
            >
              {(control) => (
                <Input
                  {...control}
                  className="k-money"
                  inputMode="decimal"
                  autoComplete="off"
                  value={typed.quantity}
                  onFocus={(event) => event.target.select()}
                  onChange={(event) => set({ quantity: event.target.value })}
                />
              )}
            </Field>
            <Field
              label={t('folioScreen.field.price')}
              error={
                priceWrong
                  ? t('invalid.amount')
                  : (errors.unitMinor ?? errors.amountMinor ?? errors['items.0.unitMinor'])
              }
            >
              {(control) => (
                <MoneyField
                  {...control}
                  ref={priceField}
                  value={typed.price}
                  onChange={(price) => set({ price })}
                />
              )}
            </Field>
          </div>
          <Field label={t('folioScreen.field.text')} error={errors['items.0.text']}>
            {(control) => (
              <Input
                {...control}
                autoComplete="off"
                value={typed.text}
                placeholder={t('folioScreen.charge.textHint')}
                onChange={(event) => set({ text: event.target.value })}
              />
            )}
          </Field>
          <div className="k-field-row">
            <Field label={t('folioScreen.field.serviceDate')} error={errors.serviceDate}>
              {(control) => (
                <DateField
                  {...control}
                  value={typed.serviceDate}
                  onChange={(serviceDate) => set({ serviceDate })}
                />
              )}
            </Field>
            <WindowField folio={folio} value={typed.window} onChange={(next) => set({ window: next })} />
          </div>
          {isOver && manages && (
            <label className="fo-tick">
              <input
                type="checkbox"
                checked={typed.overLimit}
                onChange={(event) => draft.set({ ...typed, overLimit: event.target.checked })}
              />{' '}
              {t('folioScreen.charge.overLimit')}
            </label>
          )}
          <ChargeEffect
            folio={folio}
            chart={chart}
            code={code}
            taxed={taxed}
            date={date}
            window={typed.window}
          />
          {posted.length > 0 && (
            <ol className="fo-posted" aria-label={t('folioScreen.charge.posted')}>
              {posted.map(({ key, text, minor }) => (
                <li key={key}>
                  {signs.taken} {text} <span className="k-num">{formatMoney(minor, currency, locale)}</span>
                </li>
              ))}
            </ol>
          )}
        </>
      )}
    </ActDrawer>
  )
}

type EffectProps = {
  folio: Folio
  chart: Chart
  code: Code | undefined
  taxed: ReturnType<typeof taxesOf> | null
  date: BusinessDate | null
  window: number
}

/** What the charge will be with its taxes, where it goes, what is owed then, and how that stands to the limit. */
function ChargeEffect({ folio, chart, code, taxed, date, window }: EffectProps) {
  const { t } = useWords()
  const words = useRoutingWords(folio, chart)
  if (!code || !taxed || !date) return null
  const routings = Object.fromEntries(folio.routings.map((one) => [one.n, one]))
  const route = routeOf(routings, { codeId: code.id, group: code.group, serviceDate: date })
  const here = !route || route.toFolioId === folio.id
  const toWindow = route?.toWindow ?? window
  const before = folio.windows.find((one) => one.window === toWindow)?.balanceMinor ?? 0
  const tax = taxed.grossMinor - taxed.netMinor
  const rows: EffectRow[] = [
    { name: t('folioScreen.effect.gross'), after: taxed.grossMinor },
    ...(tax === 0 ? [] : [{ name: t('folioScreen.effect.tax'), after: tax }]),
  ]
  if (route) {
    const toTitle = folio.routings.find((one) => one.toFolioId === route.toFolioId)?.toTitle ?? ''
    rows.push({ name: t('folioScreen.effect.routed'), note: words.target({ ...route, toTitle }) })
  }
  if (here)
    rows.push({
      name: t('folioScreen.effect.window', { window: toWindow }),
      before,
      after: before + taxed.grossMinor,
    })
  const { limit } = folio
  if (here && limit) {
    const state = limitState({
      balanceMinor: folio.balanceMinor + taxed.grossMinor,
      securedMinor: limit.securedMinor,
      limitMinor: limit.limitMinor,
      warnPercent: chart.view?.settings.warnPercent ?? 100,
    })
    if (state !== 'within')
      rows.push({
        name: t(`folioScreen.effect.limit.${state}`),
        after: limit.limitMinor,
        wrong: state === 'over',
      })
  }
  return <Effect rows={rows} />
}

/** As the core will compute it for a thing that is no night: taxes by the night are shown once it is posted. */
function taxesOf(chart: Chart, code: Code, total: number, quantity: number, date: BusinessDate) {
  const rule = chart.view?.rules.find(({ id }) => id === code.taxRuleId)
  if (code.kind !== 'charge' || !rule) return { netMinor: total, grossMinor: total, taxes: [] }
  const taxes = rule.taxes.flatMap((id) => chart.view?.taxes.find((tax) => tax.id === id) ?? [])
  const facts = { date, quantity, adults: 1, childAges: [], nightNo: 0, nights: 0, business: false }
  return computeTaxes(taxes, total, facts)
}
