import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import { readPositive } from '#renderer/parts/folio/amounts.ts'
import { CodePicker } from '#renderer/parts/folio/CodePicker.tsx'
import { AmountField, TextField } from '#renderer/parts/folio/fields.tsx'
import { type Chart, useChart } from '#renderer/parts/folio/use-chart.ts'
import { useTyped } from '#renderer/parts/folio/use-typed.ts'
import { WindowEffect } from '#renderer/parts/folio/WindowEffect.tsx'
import { DateField } from '#renderer/ui/DateField.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { type FolioId, isBusinessDate, type TransactionCodeId } from '#shared/values/index.ts'
import { FolioPicker, type PickedFolio } from '../../act/FolioPicker.tsx'

type Typed = {
  folio: PickedFolio | null
  codeId: TransactionCodeId | null
  number: string
  amount: string
  expiresOn: string
}

/** Sells a voucher on a folio, where it is paid as everything else. What it suggests comes from the chart. */
export function SellVoucherDrawer({ onClose }: { onClose: () => void }) {
  const chart = useChart()
  return chart.view ? <Sell chart={chart} onClose={onClose} /> : null
}

type Props = { chart: Chart; onClose: () => void }

function Sell(props: Props) {
  const { chart, onClose } = props
  const { t } = useWords()
  const { codes, draft, typed, set, command, amountMinor, isWrong, ready, run } = useSale(props)
  const { data: folio } = useQuery(
    'folio.get',
    { id: (typed.folio?.id ?? 0) as FolioId },
    { on: typed.folio !== null },
  )
  return (
    <ActDrawer
      title={t('cashierScreen.sell.title')}
      onClose={onClose}
      submit={t('cashierScreen.act.sell')}
      run={run}
      ready={ready}
      command={command}
      fields={['codeId', 'number', 'amountMinor', 'expiresOn']}
      draft={draft}
    >
      {(errors) => (
        <>
          {codes.length === 0 && <p className="k-trouble-line k-field">{t('cashierScreen.sell.noCode')}</p>}
          <Field label={t('cashierScreen.sell.folio')}>
            {(control) => (
              <FolioPicker
                {...control}
                autoFocus
                value={typed.folio}
                onChange={(next) => set({ folio: next })}
              />
            )}
          </Field>
          {codes.length > 1 && (
            <Field label={t('folioScreen.field.code')} error={errors.codeId}>
              {(control) => (
                <CodePicker
                  {...control}
                  chart={chart}
                  codes={codes}
                  value={typed.codeId}
                  onChange={(id) => set({ codeId: id as TransactionCodeId | null })}
                />
              )}
            </Field>
          )}
          <TextField
            label={t('cashierScreen.number')}
            error={errors.number}
            spellCheck={false}
            value={typed.number}
            onChange={(number) => set({ number })}
          />
          <AmountField
            value={typed.amount}
            isWrong={isWrong}
            error={errors.amountMinor}
            onChange={(amount) => set({ amount })}
          />
          <Field label={t('cashierScreen.expires')} error={errors.expiresOn}>
            {(control) => (
              <DateField {...control} value={typed.expiresOn} onChange={(expiresOn) => set({ expiresOn })} />
            )}
          </Field>
          {folio && <WindowEffect folio={folio} window={1} changeMinor={amountMinor} />}
        </>
      )}
    </ActDrawer>
  )
}

function useSale({ chart, onClose }: Props) {
  const { currency, businessDate } = useHotel()
  const codes = (chart.view?.codes ?? []).filter(({ kind, active }) => kind === 'voucher' && active)
  const command = useCommand('voucher.sell')
  const fresh: Typed = { folio: null, codeId: codes[0]?.id ?? null, number: '', amount: '', expiresOn: '' }
  const { draft, typed, set } = useTyped('voucher:sell', fresh, command)
  const { amountMinor, isWrong } = readPositive(typed.amount, currency)
  const { folio, codeId, expiresOn } = typed
  const number = typed.number.trim()
  const ends = expiresOn === '' || isBusinessDate(expiresOn)
  const run = async () => {
    if (!folio || codeId === null || amountMinor === null) return
    const reply = await command.run({
      folioId: folio.id,
      codeId,
      number,
      amountMinor,
      expiresOn: isBusinessDate(expiresOn) ? expiresOn : null,
      businessDate,
    })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  const ready = folio !== null && codeId !== null && number !== '' && amountMinor !== null && ends
  return { codes, draft, typed, set, command, amountMinor, isWrong, ready, run }
}
