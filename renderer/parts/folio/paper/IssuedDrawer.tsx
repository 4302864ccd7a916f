import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useMay } from '#renderer/base/desk.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { usePaperOut } from '#renderer/parts/device/use-paper-out.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { ReasonField } from '#renderer/ui/ReasonField.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import type { PaperId } from '#shared/values/index.ts'
import { ActDrawer, besideWidth } from '../ActDrawer.tsx'
import { Effect } from '../Effect.tsx'
import { PaperLook, usePaperLook } from '../PaperLook.tsx'
import { useTyped } from '../use-typed.ts'
import { PdfTool } from './PdfTool.tsx'

type Paper = OutputOf<'paper.get'>['paper']
type Props = { id: PaperId; onClose: () => void }

/** A numbered paper: printed, also as a copy, kept as a PDF, or an invoice taken back by its credit note. */
export function IssuedDrawer({ id, onClose }: Props) {
  const { t } = useWords()
  const [shown, show] = useState(id)
  const [credits, setCredits] = useState(false)
  const { data, failed, retry } = useQuery('paper.get', { id: shown })
  if (!data || data.paper.id !== shown)
    return (
      <SideDrawer open title={t('folioPaper.one')} onClose={onClose} width={besideWidth}>
        {failed ? (
          <Trouble failed={failed} operation="paper.get" onRetry={retry} />
        ) : (
          <RowSkeleton rows={4} />
        )}
      </SideDrawer>
    )
  const toNote = (note: PaperId) => {
    setCredits(false)
    show(note)
  }
  return credits ? (
    <CreditDrawer paper={data.paper} onCredited={toNote} onClose={() => setCredits(false)} />
  ) : (
    <PrintDrawer key={shown} paper={data.paper} onCredit={() => setCredits(true)} onClose={onClose} />
  )
}

type PrintProps = { paper: Paper; onCredit: () => void; onClose: () => void }

function PrintDrawer({ paper, onCredit, onClose }: PrintProps) {
  const { t } = useWords()
  const [look, setLook] = usePaperLook()
  const { command, print } = usePaperOut('paper.file')
  const out = { of: { kind: 'paper' as const, id: paper.id }, size: look.size }
  const run = async () => {
    if (await print(out)) onClose()
  }
  return (
    <ActDrawer
      title={`${t(`chart.paperKind.${paper.kind}`)} ${paper.label}`}
      onClose={onClose}
      submit={t(paper.prints > 0 ? 'folioPaper.printCopy' : 'folioPaper.print')}
      run={run}
      ready
      command={command}
    >
      <PaperLook look={look} set={setLook} autoFocus fixedLanguage />
      <PdfTool out={out} />
      <Effect
        title={t('folioPaper.says')}
        rows={[
          { name: t('folioPaper.payee'), note: <bdi dir="auto">{paper.payeeName}</bdi> },
          // A receipt charges nothing
          ...(paper.grossMinor === 0
            ? []
            : [
                { name: t('folioPaper.gross'), after: paper.grossMinor },
                { name: t('folioPaper.tax'), after: paper.taxMinor },
              ]),
          { name: t('folioPaper.prints'), note: paper.prints },
          ...(paper.reversedBy
            ? [{ name: t('folioPaper.reversedBy'), note: paper.reversedBy.label, wrong: true }]
            : []),
        ]}
      />
      <CreditTool paper={paper} onCredit={onCredit} />
    </ActDrawer>
  )
}

const creditActs = { credit: { key: 'Alt+R', label: 'folioPaper.credit.key' } } as const

/** Only an invoice that stands is taken back, and only with the right. */
function CreditTool({ paper, onCredit }: Omit<PrintProps, 'onClose'>) {
  const { t } = useWords()
  const may = useMay()
  const can = paper.kind === 'invoice' && paper.reversedBy === null && may('invoice')
  useActs(can ? creditActs : {}, { credit: onCredit })
  if (!can) return null
  return (
    <button type="button" className="k-chip" onClick={onCredit}>
      {t('folioPaper.credit.open')} <KeyHint keys={creditActs.credit.key} />
    </button>
  )
}

const usual = ['payee', 'lines', 'cancelled'] as const

type CreditProps = { paper: Paper; onCredited: (note: PaperId) => void; onClose: () => void }

/** Takes an invoice back in full; its lines are free for another. */
function CreditDrawer({ paper, onCredited, onClose }: CreditProps) {
  const { t } = useWords()
  const command = useCommand('paper.credit')
  const { draft, typed, set } = useTyped(`paper:${paper.id}:credit`, { reason: '' }, command)
  const reason = typed.reason.trim()
  const run = async () => {
    const reply = await command.run({ paperId: paper.id, reason })
    if (!reply.ok) return
    draft.clear()
    onCredited(reply.output.paperId)
  }
  return (
    <ActDrawer
      title={t('folioPaper.credit.title', { number: paper.label })}
      onClose={onClose}
      submit={t('folioPaper.credit.submit')}
      run={run}
      ready={reason !== ''}
      command={command}
      fields={['reason']}
      draft={draft}
      danger
    >
      {(errors) => (
        <>
          <p className="k-field">{t('folioPaper.credit.what')}</p>
          <ReasonField
            autoFocus
            value={typed.reason}
            usual={usual.map((why) => t(`folioPaper.credit.usual.${why}`))}
            error={errors.reason}
            onChange={(text) => set({ reason: text })}
          />
          <Effect rows={[{ name: paper.label, before: paper.grossMinor, after: 0 }]} />
        </>
      )}
    </ActDrawer>
  )
}
