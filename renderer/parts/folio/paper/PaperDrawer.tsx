import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { usePaperOut } from '#renderer/parts/device/use-paper-out.ts'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import type { PaperId } from '#shared/values/index.ts'
import { ActDrawer } from '../ActDrawer.tsx'
import { Effect } from '../Effect.tsx'
import { Tick } from '../fields.tsx'
import type { Folio, Line } from '../folio-view.ts'
import { KeyedChoice } from '../KeyedChoice.tsx'
import { type Look, PaperLook, usePaperLook } from '../PaperLook.tsx'
import { WindowField } from '../WindowField.tsx'
import { IssuedDrawer } from './IssuedDrawer.tsx'
import { PdfTool } from './PdfTool.tsx'

type Props = {
  folio: Folio
  window: number
  /** Lines that are chosen: an invoice may be of them alone; a payment among them has a receipt. */
  chosen: readonly Line[]
  onClose: () => void
}

type Kind = 'bill' | 'invoice' | 'pro-forma' | 'receipt'

/** Prints a bill or a pro forma of a window, or issues its invoice or the receipt of a payment; then that is printed. */
export function PaperDrawer(props: Props) {
  const [issued, setIssued] = useState<PaperId | null>(null)
  return issued === null ? (
    <MakeDrawer {...props} onIssued={setIssued} />
  ) : (
    <IssuedDrawer id={issued} onClose={props.onClose} />
  )
}

function MakeDrawer(props: Props & { onIssued: (id: PaperId) => void }) {
  const { folio, onClose } = props
  const { t } = useWords()
  const paper = usePaper(props)
  const { kind, kinds, isNumbered, preview, look, setLook, command } = paper
  return (
    <ActDrawer
      title={t('folioPaper.title')}
      onClose={onClose}
      submit={t(isNumbered ? 'folioPaper.issue' : 'folioPaper.print')}
      run={paper.run}
      ready={kind === 'receipt' || preview.data !== undefined}
      command={command}
    >
      <KeyedChoice
        label={t('folioPaper.kind')}
        keysLabel="folioPaper.key"
        choices={kinds}
        value={kind}
        word={(one) => t(`folioPaper.kinds.${one}`)}
        onChange={paper.setKind}
      />
      {kind !== 'receipt' && folio.windows.length > 1 && (
        <WindowField folio={folio} value={paper.window} onChange={paper.setWindow} />
      )}
      <PaperLook look={look} set={setLook} autoFocus />
      {kind === 'invoice' && paper.several > 1 && (
        <div className="k-field">
          <Tick checked={paper.onlyChosen} onChange={paper.setOnlyChosen}>
            {t('folioPaper.onlyChosen', { count: paper.several })}
          </Tick>
        </div>
      )}
      {preview.failed && (
        <Trouble failed={preview.failed} operation="paper.preview" onRetry={preview.retry} line />
      )}
      {preview.data && <Summary content={preview.data.content} />}
      {!isNumbered && preview.data && <PdfTool out={paper.out} />}
    </ActDrawer>
  )
}

/** Which paper of which window, how it looks, what it would say, and the command that makes it. */
function usePaper({
  folio,
  window: first,
  chosen,
  onIssued,
  onClose,
}: Props & { onIssued: (id: PaperId) => void }) {
  const payment = chosen.find((line) => line.payment !== null && line.live)
  const kinds: readonly Kind[] = ['bill', 'invoice', 'pro-forma', ...(payment ? (['receipt'] as const) : [])]
  const [kind, setKind] = useState<Kind>('bill')
  const [window, setWindow] = useState(first)
  const charges = chosen.filter((line) => line.payment === null && line.live && line.window === window)
  const [onlyChosen, setOnlyChosen] = useState(false)
  const [look, setLook] = usePaperLook(usePayersLanguage(folio, window))
  const lineIds = onlyChosen && charges.length > 1 ? charges.map(({ id }) => id) : undefined
  const ofWindow = { folioId: folio.id, window, language: look.language }
  const preview = useQuery(
    'paper.preview',
    {
      ...ofWindow,
      kind: kind === 'receipt' ? 'bill' : kind,
      ...(kind === 'invoice' && lineIds ? { lineIds } : {}),
    },
    { on: kind !== 'receipt' },
  )
  const printed = usePaperOut('paper.file')
  const issue = useCommand('paper.issue')
  const receipt = useCommand('paper.receipt')
  const out = { of: { kind: kind === 'pro-forma' ? kind : ('bill' as const), ...ofWindow }, size: look.size }
  const run = async () => {
    if (kind === 'invoice') {
      const reply = await issue.run({ ...ofWindow, ...(lineIds ? { lineIds } : {}) })
      if (reply.ok) onIssued(reply.output.paperId)
    } else if (kind === 'receipt' && payment) {
      const reply = await receipt.run({ postingId: payment.postingId, language: look.language })
      if (reply.ok) onIssued(reply.output.paperId)
    } else if (await printed.print(out)) onClose()
  }
  const commands = { invoice: issue, receipt, bill: printed.command, 'pro-forma': printed.command }
  return {
    kinds,
    kind,
    setKind,
    window,
    setWindow,
    several: charges.length,
    onlyChosen,
    setOnlyChosen,
    isNumbered: kind === 'invoice' || kind === 'receipt',
    look,
    setLook: (patch: Partial<Look>) => setLook(patch),
    preview,
    out,
    command: commands[kind],
    run,
  }
}

/** The language of the guest who pays; none where a company does. */
function usePayersLanguage(folio: Folio, window: number): string {
  const payee = folio.windows.find((one) => one.window === window)
  const guestId = payee?.accountId ? null : (payee?.guestId ?? folio.guestId)
  const { data } = useQuery('guest.profile', { id: guestId as never }, { on: guestId !== null })
  return guestId === null ? '' : (data?.guest.language ?? '')
}

/** What a paper comes to, before it is made. */
function Summary({ content }: { content: OutputOf<'paper.preview'>['content'] }) {
  const { t } = useWords()
  return (
    <Effect
      title={t('folioPaper.says')}
      rows={[
        { name: t('folioPaper.payee'), note: <bdi dir="auto">{content.payee.name}</bdi> },
        { name: t('folioPaper.lines'), note: content.lines.filter(({ kind }) => kind === 'charge').length },
        { name: t('folioPaper.gross'), after: content.grossMinor },
        { name: t('folioPaper.tax'), after: content.taxMinor },
        { name: t('folioPaper.paid'), after: content.paidMinor },
        { name: t('folioPaper.due'), after: content.dueMinor },
      ]}
    />
  )
}
