import { codeOf } from '#renderer/api/reply-error.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import { CodePicker } from '#renderer/parts/folio/CodePicker.tsx'
import { useDraftWords } from '#renderer/parts/folio/draft-words.ts'
import { AmountField, TextField, Tick } from '#renderer/parts/folio/fields.tsx'
import type { Folio } from '#renderer/parts/folio/folio-view.ts'
import { WindowField } from '#renderer/parts/folio/WindowField.tsx'
import { DateField } from '#renderer/ui/DateField.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { formatMoney } from '#renderer/ui/format.ts'
import { signs } from '#renderer/ui/marks.ts'
import type { ActProps } from './act-props.ts'
import { ChargeEffect } from './ChargeEffect.tsx'
import { type Posted, useCharge } from './use-charge.ts'

const fields = ['codeId', 'quantity', 'unitMinor', 'amountMinor', 'text', 'serviceDate'] as const

/** Charges one thing after another: Enter posts and is ready for the next. */
export function ChargeDrawer(props: ActProps) {
  const { folio, chart, onClose } = props
  const { t } = useWords()
  const charge = useCharge(props)
  const { typed, set, read, command } = charge
  const draftWords = useDraftWords(chart)
  return (
    <ActDrawer
      title={t('folioScreen.charge.title')}
      onClose={onClose}
      submit={t('folioScreen.act.charge')}
      run={charge.run}
      ready={read.ready}
      command={command}
      fields={fields}
      draft={charge.draft}
      draftWords={draftWords}
    >
      {(errors) => (
        <>
          <Field label={t('folioScreen.field.code')} error={errors.codeId}>
            {(control) => (
              <CodePicker
                {...control}
                ref={charge.codeField}
                chart={chart}
                codes={chart.charges}
                value={typed.codeId}
                onChange={charge.take}
                autoFocus
              />
            )}
          </Field>
          <PriceFields charge={charge} errors={errors} />
          <TextField
            label={t('folioScreen.field.text')}
            error={errors['items.0.text']}
            value={typed.text}
            placeholder={t('folioScreen.charge.textHint')}
            onChange={(text) => set({ text })}
          />
          <WhereFields charge={charge} folio={folio} error={errors.serviceDate} />
          <ChargeEffect
            folio={folio}
            chart={chart}
            code={read.code}
            taxed={read.taxed}
            date={read.date}
            window={typed.window}
          />
          <PostedList posted={charge.posted} />
        </>
      )}
    </ActDrawer>
  )
}

type Charge = ReturnType<typeof useCharge>
type PriceProps = { charge: Charge; errors: Readonly<Record<string, string | undefined>> }

function PriceFields({ charge: { typed, set, read, priceField }, errors }: PriceProps) {
  const { t } = useWords()
  return (
    <div className="k-field-row">
      <TextField
        label={t('folioScreen.field.quantity')}
        error={read.quantity === null ? t('folioScreen.quantityWrong') : errors['items.0.quantity']}
        inputMode="decimal"
        value={typed.quantity}
        onChange={(quantity) => set({ quantity })}
      />
      <AmountField
        label={t('folioScreen.field.price')}
        ref={priceField}
        value={typed.price}
        isWrong={read.priceWrong}
        error={errors.unitMinor ?? errors.amountMinor ?? errors['items.0.unitMinor']}
        onChange={(price) => set({ price })}
      />
    </div>
  )
}

type WhereProps = { charge: Charge; folio: Folio; error: string | undefined }

/** When it was, on which window it goes; and above the limit, for who has the right or has it approved. */
function WhereFields({ charge: { typed, set, draft, command }, folio, error }: WhereProps) {
  const { t } = useWords()
  const isOver = command.failed !== null && overCodes.includes(codeOf(command.failed))
  return (
    <>
      <div className="k-field-row">
        <Field label={t('folioScreen.field.serviceDate')} error={error}>
          {(control) => (
            <DateField
              {...control}
              value={typed.serviceDate}
              onChange={(serviceDate) => set({ serviceDate })}
            />
          )}
        </Field>
        <WindowField folio={folio} value={typed.window} onChange={(window) => set({ window })} />
      </div>
      {isOver && (
        <Tick checked={typed.overLimit} onChange={(overLimit) => draft.set({ ...typed, overLimit })}>
          {t('folioScreen.charge.overLimit')}
        </Tick>
      )}
    </>
  )
}

/** Refusals that a manager may overrule. */
const overCodes = ['CREDIT_LIMIT', 'NO_POST']

/** What was charged since the drawer was opened, the last on top. */
function PostedList({ posted }: { posted: readonly Posted[] }) {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  if (posted.length === 0) return null
  return (
    <ol className="fo-posted" aria-label={t('folioScreen.charge.posted')}>
      {posted.map(({ key, text, minor }) => (
        <li key={key}>
          {signs.taken} {text} <span className="k-num">{formatMoney(minor, currency, locale)}</span>
        </li>
      ))}
    </ol>
  )
}
