import type { ReactNode } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import { useDraftWords } from '#renderer/parts/folio/draft-words.ts'
import { Effect } from '#renderer/parts/folio/Effect.tsx'
import { formatMoney } from '#renderer/ui/format.ts'
import { Mark } from '#renderer/ui/Mark.tsx'
import type { ActProps } from './act-props.ts'
import { useSettle } from './use-settle.ts'
import { WindowPayments } from './WindowPayments.tsx'

const fields = ['codeId', 'amountMinor', 'tenderedMinor', 'voucherNo', 'accountId'] as const

/** Takes what every window owes, each from its payer, and closes the folio: all of it or nothing. */
export function SettleDrawer(props: ActProps) {
  const { folio, chart, onClose, onAct } = props
  const { t } = useWords()
  const settle = useSettle(props)
  const { nothing, owing, rows, reads, desk, ready } = settle
  const draftWords = useDraftWords(chart)
  return (
    <ActDrawer
      title={t(nothing ? 'folioScreen.settle.closeTitle' : 'folioScreen.settle.title')}
      onClose={onClose}
      submit={t(nothing ? 'folioScreen.act.close' : 'folioScreen.settle.submit')}
      run={settle.run}
      ready={ready}
      command={settle.command}
      // Of several payments the answer doesn't say which
      fields={rows.length === 1 ? fields : []}
      draft={settle.draft}
      draftWords={draftWords}
    >
      {(errors) => (
        <>
          <InTheWay settle={settle} onAct={onAct} />
          {nothing && <p className="k-field">{t('folioScreen.settle.nothing')}</p>}
          {owing.map((window, index) => (
            <WindowPayments
              key={window.window}
              window={window}
              rows={rows}
              reads={reads}
              left={settle.leftOf(window)}
              desk={desk}
              errors={errors}
              first={index === 0}
              onChange={settle.write}
            />
          ))}
          {!nothing && (
            <Effect
              rows={[
                {
                  name: t('folioScreen.effect.allWindows'),
                  before: folio.balanceMinor,
                  after: settle.leftMinor,
                },
                ...(ready ? [{ name: t('folioScreen.effect.closes'), note: t('common.yes') }] : []),
              ]}
            />
          )}
        </>
      )}
    </ActDrawer>
  )
}

type WayProps = Pick<ActProps, 'onAct'> & { settle: ReturnType<typeof useSettle> }

/** What keeps a folio from being closed, with the ways out: money that is held for it, a window in credit. */
function InTheWay({ settle: { held, hold, inCredit, desk }, onAct }: WayProps) {
  const { t, locale } = useWords()
  const money = (minor: number) => formatMoney(minor, desk.currency, locale)
  const way = (name: WayOut, of?: number) => (
    <button key={name} type="button" className="k-chip" onClick={() => onAct(name, of)}>
      {t(`folioScreen.act.${name}`)}
    </button>
  )
  return (
    <>
      {held && (
        <Blocked ways={[way('apply-deposit', held.id), way('return-deposit', held.id)]}>
          {t('folioScreen.settle.held', { slip: held.slipNo, amount: money(held.heldMinor) })}
        </Blocked>
      )}
      {hold && (
        <Blocked ways={[way('capture', hold.id), way('release', hold.id)]}>
          {t('folioScreen.settle.hold', { amount: money(hold.amountMinor) })}
        </Blocked>
      )}
      {inCredit.map(({ window, balanceMinor }) => (
        <Blocked key={window} ways={[way('refund')]}>
          {t('folioScreen.settle.credit', { window, amount: money(-balanceMinor) })}
        </Blocked>
      ))}
    </>
  )
}

type WayOut = 'apply-deposit' | 'return-deposit' | 'capture' | 'release' | 'refund'

function Blocked({ ways, children }: { ways: ReactNode; children: ReactNode }) {
  return (
    <div className="fo-blocked" role="status">
      <p>
        <Mark of="blocking" /> {children}
      </p>
      <div className="k-usual">{ways}</div>
    </div>
  )
}
