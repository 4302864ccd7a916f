import { Button } from 'antd'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import { inLanguage } from '#renderer/parts/guest/words.ts'
import { codeKinds, codeRoles, paymentMethods, revenueGroups } from '#shared/domain/folio/chart.ts'
import { needsAccount, needsTaxRule } from '#shared/domain/folio/chart-rules.ts'
import { fieldName } from '#shared/i18n/index.ts'
import { TextRow } from '../fields.tsx'
import { amount, amountText } from '../values.ts'
import { MoneyDrawer, type Wrong, type WrongAt } from './MoneyDrawer.tsx'
import { ActiveRow, ChoiceRow, MaybeRow, NameRows, RowTools } from './money-fields.tsx'
import {
  basisPointsOf,
  type Chart,
  type Code,
  type DrawerProps,
  percentText,
  typedNames,
} from './money-things.ts'

type TypedPart = { codeId: number | null; percent: string }

function typedOf(code: Code | undefined, currency: string) {
  return {
    ...typedNames(code),
    kind: code?.kind ?? ('charge' as const),
    group: code?.group ?? ('other' as const),
    accountId: (code?.accountId ?? null) as number | null,
    taxRuleId: (code?.taxRuleId ?? null) as number | null,
    method: code?.method ?? null,
    role: code?.role ?? null,
    price: code?.priceMinor == null ? '' : amountText(code.priceMinor, currency),
    parts: (code?.parts ?? []).map(
      ({ codeId, basisPoints }): TypedPart => ({ codeId, percent: percentText(basisPoints) }),
    ),
    invoiceItem: code?.invoiceItem ?? '',
  }
}
type Typed = ReturnType<typeof typedOf>

/** What was typed as the command takes it, or what can't be read. */
function readCode(values: Typed, currency: string, t: T) {
  const wrong: Record<string, string> = {}
  const { price, parts, ...rest } = values
  const priceMinor = price.trim() === '' ? null : amount(price, currency)
  if (price.trim() !== '' && priceMinor === null) wrong.priceMinor = t('settings.amount', { currency })
  const split = values.kind === 'package' ? parts : []
  const readParts = split.map(({ codeId, percent }, at) => {
    const basisPoints = basisPointsOf(percent)
    if (basisPoints === null || codeId === null) wrong[`parts.${at}`] = t('chart.hint.parts')
    return { codeId: (codeId ?? 0) as Code['id'], basisPoints: basisPoints ?? 0 }
  })
  if (Object.keys(wrong).length > 0) return { wrong: wrong as Wrong }
  return {
    input: {
      ...rest,
      accountId: rest.accountId as Code['accountId'],
      taxRuleId: rest.taxRuleId as Code['taxRuleId'],
      priceMinor,
      parts: readParts,
    },
  }
}

/** A transaction code: what it is, which account it posts to, how it is taxed. */
export function CodeDrawer({ thing, chart, onClose }: DrawerProps<Code>) {
  const { t, language } = useWords()
  const { currency } = useHotel()
  return (
    <MoneyDrawer
      tab="codes"
      label={thing?.code ?? ''}
      thing={thing}
      fresh={typedOf(thing, currency)}
      read={(values) => readCode(values, currency, t)}
      onClose={onClose}
    >
      {({ values, change, wrong }) => (
        <>
          <NameRows values={values} change={change} wrong={wrong} />
          <div className="k-field-row">
            <ChoiceRow
              label={t('chart.head.kind')}
              value={values.kind}
              options={codeKinds.map((value) => ({ value, label: t(`chart.codeKind.${value}`) }))}
              onChange={(kind) => change({ kind })}
              error={wrong('kind')}
            />
            <ChoiceRow
              label={t('chart.head.group')}
              value={values.group}
              options={revenueGroups.map((value) => ({ value, label: t(`chart.group.${value}`) }))}
              onChange={(group) => change({ group })}
              error={wrong('group')}
            />
          </div>
          <Postings values={values} change={change} wrong={wrong} chart={chart} />
          <div className="k-field-row">
            <TextRow
              label={t('chart.head.price')}
              value={values.price}
              onChange={(price) => change({ price })}
              error={wrong('priceMinor')}
              hint={t('chart.hint.price')}
              money
            />
            <TextRow
              label={fieldName(['invoiceItem'], language)}
              value={values.invoiceItem}
              onChange={(invoiceItem) => change({ invoiceItem })}
              error={wrong('invoiceItem')}
              hint={t('chart.hint.invoiceItem')}
            />
          </div>
          {values.kind === 'charge' && (
            <MaybeRow
              label={t('chart.head.role')}
              none={t('chart.hint.noRole')}
              value={values.role}
              options={codeRoles.map((value) => ({ value, label: t(`chart.codeRole.${value}`) }))}
              onChange={(role) => change({ role })}
              error={wrong('role')}
              hint={t('chart.hint.codeRole')}
            />
          )}
          <ActiveRow values={values} change={change} />
        </>
      )}
    </MoneyDrawer>
  )
}

type PostingsProps = {
  values: Typed
  change: (patch: Partial<Typed>) => void
  wrong: WrongAt
  chart: Chart
}

/** Where a code posts to: account and tax rule, method, or the parts of a package. */
function Postings({ values, change, wrong, chart }: PostingsProps) {
  const { t, language } = useWords()
  const named = <I extends number>(
    list: readonly { id: I; code: string; nameEn: string; nameZh: string; active: boolean }[],
    kept: number | null,
  ) =>
    list
      .filter((one) => one.active || one.id === kept)
      .map((one) => ({ value: one.id as number, label: `${one.code} ${inLanguage(one, language)}` }))
  return (
    <>
      {needsAccount(values.kind) && (
        <ChoiceRow
          label={t('chart.head.account')}
          value={values.accountId}
          options={named(chart.accounts, values.accountId)}
          onChange={(accountId) => change({ accountId })}
          error={wrong('accountId')}
        />
      )}
      {needsTaxRule(values.kind) && (
        <ChoiceRow
          label={t('chart.head.rule')}
          value={values.taxRuleId}
          options={named(chart.rules, values.taxRuleId)}
          onChange={(taxRuleId) => change({ taxRuleId })}
          error={wrong('taxRuleId')}
          hint={t('chart.hint.rule')}
        />
      )}
      {values.kind === 'payment' && (
        <ChoiceRow
          label={fieldName(['method'], language)}
          value={values.method}
          options={paymentMethods.map((value) => ({ value, label: t(`chart.method.${value}`) }))}
          onChange={(method) => change({ method })}
          error={wrong('method')}
        />
      )}
      {values.kind === 'package' && (
        <Parts
          parts={values.parts}
          codes={named(
            chart.codes.filter((one) => one.kind === 'charge'),
            null,
          )}
          wrong={wrong}
          set={(parts) => change({ parts })}
        />
      )}
    </>
  )
}

type PartsProps = {
  parts: TypedPart[]
  codes: { value: number; label: string }[]
  wrong: WrongAt
  set: (parts: TypedPart[]) => void
}

function Parts({ parts, codes, wrong, set }: PartsProps) {
  const { t, language } = useWords()
  const put = (at: number, patch: Partial<TypedPart>) =>
    set(parts.map((part, index) => (index === at ? { ...part, ...patch } : part)))
  const sum = parts.reduce((total, part) => total + (basisPointsOf(part.percent) ?? 0), 0)
  return (
    <fieldset className="s-terms">
      <legend>{fieldName(['parts'], language)}</legend>
      <ol className="s-money-rows">
        {parts.map((part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the list
          <li key={at} className="s-money-part">
            <ChoiceRow
              label={t('settings.code')}
              value={part.codeId}
              options={codes}
              onChange={(codeId) => put(at, { codeId })}
              error={wrong(`parts.${at}`, true)}
            />
            <TextRow label="%" value={part.percent} onChange={(percent) => put(at, { percent })} figures />
            <RowTools rows={parts} at={at} what={String(at + 1)} set={set} />
          </li>
        ))}
      </ol>
      <div className="s-row">
        <Button onClick={() => set([...parts, { codeId: null, percent: '' }])}>{t('chart.addPart')}</Button>
        <span className="k-quiet">{t('chart.sum', { sum: percentText(sum) })}</span>
      </div>
      <p className={wrong('parts') ? 'k-trouble-line' : 'k-field-hint'}>
        {wrong('parts') ?? t('chart.hint.parts')}
      </p>
    </fieldset>
  )
}
