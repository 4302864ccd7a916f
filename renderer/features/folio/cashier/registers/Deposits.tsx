import { useMemo, useRef, useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useList } from '#renderer/api/use-list.ts'
import { useMay } from '#renderer/base/desk.ts'
import { actsFor, namesOf, useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go } from '#renderer/base/route/route.tsx'
import { usePaperOut } from '#renderer/parts/device/use-paper-out.ts'
import { HeldDrawerOfFolio } from '#renderer/parts/folio/held/HeldDrawer.tsx'
import type { HeldAct } from '#renderer/parts/folio/held/held-acts.ts'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { depositActs } from '../acts.ts'
import { type Deposit, depositColumns } from './columns.tsx'
import { Register } from './Register.tsx'

/** Deposits and 押金, the oldest first, with their sums; each is applied, given back, kept, its slip printed. */
export function Deposits() {
  const { t, language } = useWords()
  const [text, setText] = useState('')
  const list = useList('deposit.list', { show: text.trim() ? 'all' : 'held', text, limit: 100 })
  const columns = useMemo(() => depositColumns(t, language), [t, language])
  const [row, setRow] = useState<Deposit | undefined>(undefined)
  const [doing, setDoing] = useState<{ act: HeldAct; row: Deposit } | null>(null)
  const listRef = useRef<HTMLDivElement>(null)
  const { tools, troubles } = useDepositActs(row, (act) => row && setDoing({ act, row }))
  const totals = list.head?.totals
  return (
    <>
      <Register
        name="deposits"
        operation="deposit.list"
        list={list}
        columns={columns}
        listRef={listRef}
        search={{ text, onSearch: setText }}
        tools={tools}
        note={
          totals && (
            <>
              <span>
                {t('cashierScreen.depositKind.deposit')} <MoneyText minor={totals.deposit.heldMinor} sign />
              </span>
              <span>
                {t('cashierScreen.depositKind.key')} <MoneyText minor={totals.key.heldMinor} sign />
              </span>
            </>
          )
        }
        onActive={setRow}
        onOpen={(one) => one.heldMinor > 0 && setDoing({ act: 'return-deposit', row: one })}
      />
      {troubles.map((trouble) => (
        <p key={trouble} className="k-trouble-line cashier-trouble" role="alert">
          {trouble}
        </p>
      ))}
      {doing && (
        <HeldDrawerOfFolio
          key={`${doing.act} ${doing.row.id}`}
          doing={doing.act}
          folioId={doing.row.folio.folioId}
          id={doing.row.id}
          onClose={() => setDoing(null)}
        />
      )}
    </>
  )
}

/** What may be done with a deposit now, by its keys and the buttons above the rows. */
function useDepositActs(row: Deposit | undefined, begin: (act: HeldAct) => void) {
  const { t, language } = useWords()
  const may = useMay()
  const lost = useCommand('deposit.reportLost')
  const { command: slip, print } = usePaperOut('paper.file')
  const runs = {
    'return-deposit': () => begin('return-deposit'),
    'apply-deposit': () => begin('apply-deposit'),
    'keep-deposit': () => begin('keep-deposit'),
    slip: () => row && void print({ of: { kind: 'slip', depositId: row.id, language } }),
    lost: () => row && void lost.run({ id: row.id, version: row.version, lost: !row.slipLost }),
    folio: () => row && go(href(paths.folio, { id: row.folio.folioId })),
  }
  const can = actsFor(depositActs, { row, may })
  useActs(can, runs)
  const labels = {
    'return-deposit': t('folioScreen.act.return-deposit'),
    'apply-deposit': t('folioScreen.act.apply-deposit'),
    'keep-deposit': t('folioScreen.act.keep-deposit'),
    slip: t('cashierScreen.act.slip'),
    lost: t(row?.slipLost ? 'cashierScreen.act.slipFound' : 'cashierScreen.act.slipLost'),
    folio: t('cashierScreen.act.folio'),
  }
  return {
    tools: namesOf(runs).map((name) => ({
      act: depositActs[name],
      label: labels[name],
      run: runs[name],
      off: !(name in can),
    })),
    troubles: [lost.trouble, slip.trouble].filter((trouble) => trouble !== null),
  }
}
