import { useHotel } from '#renderer/api/use-hotel.ts'
import { moveByArrows } from '#renderer/base/keys/move-by-arrows.ts'
import { useWords } from '#renderer/base/language.ts'
import { formatDate, formatNumber } from '#renderer/ui/format.ts'
import { Section } from '#renderer/ui/Pane.tsx'
import { factAbout } from '#shared/i18n/fact-words.ts'
import { conditionText, factRuleStyle, ruleText } from '#shared/i18n/rule-words.ts'
import type { Tree, TreeRule } from './tree-input.ts'

type Props = { tree: Tree; chosen: number | null; onChoose: (leaf: number) => void }

/** What the tree says: one sentence, how good it is beside the second model, the rules, and the tree itself. */
export function TreeReport({ tree, chosen, onChoose }: Props) {
  const { t } = useWords()
  const say = useSayings()
  const { trained, judged, fit, rules } = tree
  return (
    <>
      <p className="kt-sentence">
        {t('insightTree.sentence', {
          guests: say.number(judged.guests),
          day: say.date(judged.day),
          until: say.date(judged.until),
          share: say.percent(fit.baseRate, 1),
          pairs: say.percent(fit.auc),
          lift: say.figure(fit.lift, 1),
        })}
      </p>
      <Section
        title={t('insightTree.fit.title')}
        note={t('insightTree.fit.note', { day: say.date(judged.day), until: say.date(judged.until) })}
      >
        <FitTable tree={tree} />
        <p className="k-quiet kt-note">
          {t(trained.studied < trained.guests ? 'insightTree.fit.trainedPart' : 'insightTree.fit.trained', {
            guests: say.number(trained.studied),
            all: say.number(trained.guests),
            day: say.date(trained.day),
            until: say.date(trained.until),
          })}{' '}
          {t(tree.protected ? 'insightTree.fit.protected' : 'insightTree.fit.unprotected')}
          {tree.highCut !== null && ` ${t('insightTree.fit.highCut', { amount: say.money(tree.highCut) })}`}
        </p>
      </Section>
      <Section title={t('insightTree.rules.title')} note={t('insightTree.rules.note')}>
        {rules.length === 1 ? (
          <p className="kt-said">{t('insightTree.rules.none')}</p>
        ) : (
          <RuleTable tree={tree} chosen={chosen} onChoose={onChoose} />
        )}
      </Section>
      {rules.length > 1 && (
        <Section title={t('insightTree.outline.title')} note={t('insightTree.outline.note')}>
          <Outline tree={tree} chosen={chosen} onChoose={onChoose} />
        </Section>
      )}
    </>
  )
}

function useSayings() {
  const { locale, language } = useWords()
  const { currency } = useHotel()
  const style = factRuleStyle(language, currency)
  const percent = (share: number, digits = 0) => `${(share * 100).toFixed(digits)} %`
  return {
    language,
    style,
    percent,
    number: (count: number) => formatNumber(count, locale),
    date: (date: string) => formatDate(date, locale),
    figure: (value: number, digits: number) => value.toFixed(digits),
    money: (minor: number) => style.number('revenue12', minor),
  }
}

/** AUC and lift of both models beside those of knowing nothing. */
function FitTable({ tree }: { tree: Tree }) {
  const { t } = useWords()
  const say = useSayings()
  const { fit, secondFit } = tree
  const rows = [
    {
      name: t('insightTree.fit.tree'),
      auc: fit.auc,
      lift: fit.lift,
      off: say.percent(fit.calibrationError, 1),
    },
    {
      name: t('insightTree.fit.second'),
      auc: secondFit.auc,
      lift: secondFit.lift,
      off: say.percent(secondFit.calibrationError, 1),
    },
    {
      name: t('insightTree.fit.chance', { share: say.percent(fit.baseRate, 1) }),
      auc: 0.5,
      lift: 1,
      off: '—',
    },
  ]
  return (
    <table className="k-table kt-fit">
      <thead>
        <tr>
          <th scope="col">{t('insightTree.fit.model')}</th>
          <th scope="col" className="k-num" title={t('insightTree.fit.aucAbout')}>
            AUC
          </th>
          <th scope="col" className="k-num" title={t('insightTree.fit.liftAbout')}>
            {t('insightTree.fit.lift')}
          </th>
          <th scope="col" className="k-num" title={t('insightTree.fit.offAbout')}>
            {t('insightTree.fit.off')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, auc, lift, off }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="k-num">{say.figure(auc, 3)}</td>
            <td className="k-num">{say.figure(lift, 2)}</td>
            <td className="k-num">{off}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The rules, highest share first; one is chosen by arrows or a click, and its guests are beside. */
function RuleTable({ tree, chosen, onChoose }: Props) {
  const { t } = useWords()
  const say = useSayings()
  const { rules } = tree
  return (
    <table className="k-table kt-rules" onKeyDown={moveByArrows}>
      <thead>
        <tr>
          <th scope="col">{t('insightTree.rules.when')}</th>
          <th scope="col">{t('insightTree.rules.share')}</th>
          <th scope="col" className="k-num" title={t('insightTree.rules.judgedAbout')}>
            {t('insightTree.rules.judged')}
          </th>
          <th scope="col" className="k-num">
            {t('insightTree.rules.covers')}
          </th>
          <th scope="col" className="k-num">
            {t('insightTree.rules.today')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <tr key={rule.leaf} aria-selected={rule.leaf === chosen}>
            <th scope="row">
              <button
                type="button"
                className="kt-rule"
                aria-pressed={rule.leaf === chosen}
                data-start={rule.leaf === chosen || undefined}
                title={aboutOf(rule, say.language)}
                onFocus={() => onChoose(rule.leaf)}
                onClick={() => onChoose(rule.leaf)}
              >
                {ruleText(rule.conditions, say.style, say.language)}
              </button>
            </th>
            <td>
              <ShareBar share={rule.share} text={say.percent(rule.share)} />
            </td>
            <td className="k-num">{rule.heldOut.share === null ? '—' : say.percent(rule.heldOut.share)}</td>
            <td className="k-num">{say.number(rule.covers)}</td>
            <td className="k-num">{say.number(rule.guests)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The definitions of the facts that a rule names. */
function aboutOf({ conditions }: TreeRule, language: 'en' | 'zh'): string {
  return conditions
    .map(({ column }) => {
      const style = factRuleStyle(language, '')
      return `${style.name(column)}: ${factAbout(column as 'stays', language)}`
    })
    .join('\n')
}

function ShareBar({ share, text }: { share: number; text: string }) {
  return (
    <span className="kt-bar">
      <span className="kt-bar-track" aria-hidden>
        <span style={{ width: `${share * 100}%` }} />
      </span>
      <span className="k-num">{text}</span>
    </span>
  )
}

/** The tree with indents: each line is what separates its guests from those of its neighbour. */
function Outline({ tree, chosen, onChoose }: Props) {
  const { t } = useWords()
  const say = useSayings()
  return (
    <ol className="kt-outline">
      {tree.outline.map(({ depth, condition, covers, share, leaf }, at) => {
        const text = condition ? conditionText(condition, say.style, say.language) : t('insightTree.rule.all')
        return (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a drawn tree never changes its order
            key={at}
            style={{ paddingInlineStart: `${depth * 20}px` }}
          >
            {leaf === null ? (
              <span>{text}</span>
            ) : (
              <button
                type="button"
                className="kt-rule"
                aria-pressed={leaf === chosen}
                onClick={() => onChoose(leaf)}
              >
                {text}
              </button>
            )}
            <ShareBar share={share} text={say.percent(share)} />
            <span className="k-num k-quiet">{say.number(covers)}</span>
          </li>
        )
      })}
    </ol>
  )
}
