import { Button as SubmitButton } from 'antd'
import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { DateText, DateTimeText } from '#renderer/ui/DateText.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { MoneyField } from '#renderer/ui/MoneyField.tsx'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { type Currency, parseMoney, type ShiftId } from '#shared/values/index.ts'
import { formActs, shiftActs } from './acts.ts'
import { CountForm } from './CountForm.tsx'

type Current = OutputOf<'shift.current'>
type Doing = 'open' | 'count' | 'drop' | null

/** One's own drawer. What should be in it is not here before it is counted. */
export function ShiftPane({ current, onClosed }: { current: Current; onClosed: (id: ShiftId) => void }) {
  const { t } = useWords()
  const [doing, setDoing] = useState<Doing>(null)
  const { shift } = current
  const end = () => setDoing(null)
  useActs(shiftActs, {
    open: () => !shift && setDoing('open'),
    count: () => shift && setDoing('count'),
    drop: () => shift && setDoing('drop'),
  })
  return (
    <Pane
      main
      title={t('cashierScreen.shift')}
      tools={
        shift ? (
          <>
            <Button onClick={() => setDoing('drop')}>
              {t('cashierScreen.drop')} <KeyHint keys={shiftActs.drop.key} />
            </Button>
            <Button primary onClick={() => setDoing('count')}>
              {t('cashierScreen.count')} <KeyHint keys={shiftActs.count.key} />
            </Button>
          </>
        ) : (
          <Button primary onClick={() => setDoing('open')}>
            {t('cashierScreen.open')} <KeyHint keys={shiftActs.open.key} />
          </Button>
        )
      }
      padded
    >
      {!shift && doing === null && <EmptyState>{t(`cashierScreen.none.${current.needed}`)}</EmptyState>}
      {shift && (
        <dl className="cashier-facts">
          <dt>{t('cashierScreen.since')}</dt>
          <dd>
            <DateTimeText moment={shift.openedAt} />
          </dd>
          <dt>{t('cashierScreen.day')}</dt>
          <dd>
            <DateText date={shift.businessDate} />
          </dd>
          <dt>{t('cashierScreen.float')}</dt>
          <dd>
            <MoneyText minor={shift.floatMinor} sign />
          </dd>
          <dt>{t('cashierScreen.dropped')}</dt>
          <dd>
            <MoneyText minor={shift.droppedMinor} sign />
          </dd>
        </dl>
      )}
      {!shift && doing === 'open' && <AmountForm kind="open" onEnd={end} />}
      {shift && doing === 'drop' && <AmountForm kind="drop" onEnd={end} />}
      {shift && doing === 'count' && (
        <CountForm
          shift={shift}
          currencies={current.currencies}
          onEnd={end}
          onClosed={() => {
            end()
            onClosed(shift.id)
          }}
        />
      )}
    </Pane>
  )
}

/** The float that a shift begins with, or what is brought to the safe. */
function AmountForm({ kind, onEnd }: { kind: 'open' | 'drop'; onEnd: () => void }) {
  const { t } = useWords()
  useActs(formActs, { leave: onEnd })
  const currency = useHotel().currency as Currency
  const [text, setText] = useState('')
  const open = useCommand('shift.open')
  const drop = useCommand('shift.drop')
  const act = kind === 'open' ? open : drop
  const minor = text.trim() === '' && kind === 'open' ? 0 : parseMoney(text, currency)
  const submit = async () => {
    if (minor === null) return
    const reply =
      kind === 'open' ? await open.run({ floatMinor: minor }) : await drop.run({ amountMinor: minor })
    if (reply.ok) onEnd()
  }
  return (
    <form
      className="cashier-form"
      // One Esc leaves it, from its fields too
      data-esc="pass"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Field
        label={t(kind === 'open' ? 'cashierScreen.float' : 'cashierScreen.dropAmount')}
        hint={t(kind === 'open' ? 'cashierScreen.floatHint' : 'cashierScreen.dropHint')}
        error={minor === null && text !== '' ? t('invalid.amount') : (act.trouble ?? undefined)}
      >
        {(control) => (
          <MoneyField
            {...control}
            autoFocus
            value={text}
            onChange={(next) => {
              setText(next)
              act.reset()
            }}
          />
        )}
      </Field>
      <SubmitButton type="primary" htmlType="submit" loading={act.pending} disabled={minor === null}>
        {t(kind === 'open' ? 'cashierScreen.open' : 'cashierScreen.drop')} <KeyHint keys="Enter" />
      </SubmitButton>
    </form>
  )
}
