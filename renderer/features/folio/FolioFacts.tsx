import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { Link } from '#renderer/base/route/route.tsx'
import { type Folio, payeeOf, titledAs } from '#renderer/parts/folio/folio-view.ts'
import type { Chart } from '#renderer/parts/folio/use-chart.ts'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import { DateText } from '#renderer/ui/DateText.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { Fact, Facts, Pane, Section } from '#renderer/ui/Pane.tsx'
import { type ActName, folioActs } from './acts.ts'
import { FactTable, type Tool } from './FactTable.tsx'
import { Held } from './Held.tsx'
import { Fapiao, Papers } from './Papers.tsx'
import { useRoutingWords } from './routing-words.ts'

type Props = {
  folio: Folio
  chart: Chart
  may: (name: string) => boolean
  onAct: (name: ActName, of?: string | number) => void
}

/** What is not on the bill: nights still to be posted, deposits and holds, who pays, routings, terms, the other folios of the stay. */
export function FolioFacts({ folio, chart, may, onAct }: Props) {
  const { t } = useWords()
  const tool: Tool = (name, word, of) =>
    may(name) && (
      <button type="button" className="k-tool" onClick={() => onAct(name, of)}>
        {word} {of === undefined && <KeyHint keys={folioActs[name].key} />}
      </button>
    )
  return (
    <Pane title={t('folioScreen.facts.title')}>
      {folio.dueNights.length > 0 && (
        <Section
          title={t('folioScreen.due.title')}
          note={t('common.nights', { count: folio.dueNights.length })}
          tools={tool('room', t('folioScreen.act.room'))}
        >
          <FactTable
            rows={folio.dueNights.map(({ night, rateMinor }) => ({
              key: night,
              cells: [
                <DateText key="date" date={night} style="day" />,
                <MoneyText key="rate" minor={rateMinor} />,
              ],
            }))}
          />
        </Section>
      )}
      <Held folio={folio} chart={chart} tool={tool} may={may} onAct={onAct} />
      <Papers folio={folio} tool={tool} may={may} onAct={onAct} />
      <Fapiao folio={folio} tool={tool} may={may} onAct={onAct} />
      <Section title={t('folioScreen.payees.title')} tools={tool('payee', t('common.edit'))}>
        <Facts>
          {folio.windows.map((window) => (
            <Fact key={window.window} name={<span className="k-code">{window.window}</span>}>
              <button
                type="button"
                className="k-inline fo-payee-edit"
                onClick={() => onAct('payee', window.window)}
              >
                <GuestName of={payeeOf(window)} />
                {window.accountId !== null && (
                  <span className="k-quiet"> {t('folioScreen.payees.account')}</span>
                )}
                {window.taxNo && <span className="k-quiet"> {window.taxNo}</span>}
              </button>
            </Fact>
          ))}
        </Facts>
      </Section>
      <Routings folio={folio} chart={chart} tool={tool} onAct={onAct} open={may('routing')} />
      <Section title={t('folioScreen.terms.title')} tools={tool('terms', t('common.edit'))}>
        <Terms folio={folio} />
      </Section>
      {folio.others.length > 0 && (
        <Section title={t('folioScreen.others.title')}>
          <FactTable
            rows={folio.others.map((other) => ({
              key: String(other.id),
              cells: [
                <Link key="link" to={href(paths.folio, { id: other.id })}>
                  <GuestName of={titledAs(other)} />
                </Link>,
                <span key="state" className="k-quiet">
                  {t(`folioScreen.status.${other.status}`)}
                </span>,
                <MoneyText key="balance" minor={other.balanceMinor} />,
              ],
            }))}
          />
        </Section>
      )}
    </Pane>
  )
}

type RoutingsProps = Pick<Props, 'folio' | 'chart' | 'onAct'> & {
  tool: Tool
  open: boolean
}

function Routings({ folio, chart, tool, onAct, open }: RoutingsProps) {
  const { t } = useWords()
  const words = useRoutingWords(folio, chart)
  return (
    <Section
      title={t('folioScreen.routing.title')}
      tools={
        <>
          {tool('party', t('folioScreen.act.party'))}
          {tool('routing', t('folioScreen.routing.add'))}
        </>
      }
    >
      {folio.routings.length === 0 ? (
        <p className="k-faint">{t('folioScreen.routing.none')}</p>
      ) : (
        <ul className="fo-routings">
          {folio.routings.map((routing) => {
            const text = (
              <>
                {words.what(routing)} → <bdi dir="auto">{words.target(routing)}</bdi>
              </>
            )
            return (
              <li key={routing.n}>
                {open ? (
                  <button type="button" className="k-inline" onClick={() => onAct('routing', routing.n)}>
                    {text}
                  </button>
                ) : (
                  text
                )}
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}

function Terms({ folio }: { folio: Folio }) {
  const { t, locale } = useWords()
  const { limit } = folio
  return (
    <Facts>
      {folio.kind === 'booking' && (
        <Fact name={t('field.name.creditLimitMinor')}>
          {limit === null ? (
            <span className="k-faint">{t('folioScreen.terms.noLimit')}</span>
          ) : (
            <>
              <MoneyText minor={limit.limitMinor} />
              {folio.creditLimitMinor === null && (
                <span className="k-quiet"> {t('folioScreen.terms.ofHotel')}</span>
              )}
            </>
          )}
        </Fact>
      )}
      <Fact name={t('folioScreen.terms.charges')}>
        {t(folio.noPost ? 'folioScreen.noPost' : 'folioScreen.terms.takesCharges')}
      </Fact>
      {folio.bookingId !== null && (
        <Fact name={t('folioScreen.terms.share')}>
          {folio.share === 0
            ? t('folioScreen.terms.noShare')
            : t('folioScreen.terms.parts', { parts: folio.share.toLocaleString(locale) })}
          {folio.shareFrom && (
            <>
              {' '}
              <DateText date={folio.shareFrom} style="day" />
            </>
          )}
          {folio.shareTo && (
            <>
              {' → '}
              <DateText date={folio.shareTo} style="day" />
            </>
          )}
        </Fact>
      )}
      <Fact name={t('folioScreen.terms.opened')}>
        <DateText date={folio.openedOn} />
      </Fact>
    </Facts>
  )
}
