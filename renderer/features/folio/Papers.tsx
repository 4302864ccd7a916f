import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import type { Folio } from '#renderer/parts/folio/folio-view.ts'
import { codeWords } from '#renderer/parts/guest/words.ts'
import { DateText } from '#renderer/ui/DateText.tsx'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { Section } from '#renderer/ui/Pane.tsx'
import type { ActName } from './acts.ts'
import { FactTable, type Tool } from './FactTable.tsx'

type Props = {
  folio: Folio
  tool: Tool
  may: (name: string) => boolean
  onAct: (name: ActName, of?: string | number) => void
}

/** Numbered papers of the folio, the newest first; one that is chosen is printed again or credited. */
export function Papers({ folio, tool, onAct }: Props) {
  const { t } = useWords()
  const { data } = useQuery('paper.list', { folioId: folio.id })
  return (
    <Section title={t('folioPaper.papers')} tools={tool('paper', t('folioPaper.open'))}>
      <FactTable
        rows={(data?.rows ?? []).map((paper) => ({
          key: String(paper.id),
          cells: [
            <button
              key="open"
              type="button"
              className={`k-inline fo-payee-edit${paper.reversedBy ? ' fo-gone' : ''}`}
              onClick={() => onAct('issued-paper', paper.id)}
            >
              <span>{t(`chart.paperKind.${paper.kind}`)}</span> <span className="k-code">{paper.label}</span>
            </button>,
            <DateText key="date" date={paper.issuedOn} style="day" />,
            paper.grossMinor !== 0 && <MoneyText key="gross" minor={paper.grossMinor} />,
          ],
        }))}
      />
    </Section>
  )
}

/** Requests for 发票 with their states; one that is chosen gets its number, its red one, or is withdrawn. */
export function Fapiao({ folio, tool, may, onAct }: Props) {
  const { t } = useWords()
  const { data } = useQuery('fapiao.list', { folioId: folio.id }, { on: may('fapiao') })
  if (!may('fapiao')) return null
  return (
    <Section title={t('folioFapiao.section')} tools={tool('fapiao', t('folioFapiao.open'))}>
      <FactTable
        rows={(data?.rows ?? []).map((request) => ({
          key: String(request.id),
          cells: [
            <button
              key="open"
              type="button"
              className="k-inline fo-payee-edit fo-fapiao"
              onClick={() => onAct('fapiao-step', request.id)}
            >
              <bdi dir="auto">{request.title}</bdi>
              {request.number && <span className="k-code"> {request.number}</span>}
            </button>,
            <span key="state" className="k-quiet">
              {codeWords('folioScreen.fapiao', request.status, t)}
            </span>,
            <MoneyText key="amount" minor={request.amountMinor} />,
          ],
        }))}
      />
    </Section>
  )
}
