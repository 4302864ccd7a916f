import { Select } from 'antd'
import { useEffect, useRef } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { CloseIcon } from '#renderer/ui/icons.tsx'
import { placeText } from '#shared/domain/insight/segments/check.ts'
import { type Condition, type Group, isGroup, type Rule } from '#shared/domain/insight/segments/rule.ts'
import {
  changedAt,
  joinedAt,
  linesOf,
  negatedAt,
  removedAt,
} from '#shared/domain/insight/segments/rule-edit.ts'
import type { RuleNames } from '#shared/i18n/segment-text.ts'
import { ConditionFields } from './ConditionFields.tsx'
import { conditionAbout, type Subject, type SubjectGroup, subjectKey, type TermsView } from './subjects.ts'

type Props = {
  rule: Rule
  terms: TermsView
  names: RuleNames
  subjects: readonly Subject[]
  /** Words of what is wrong, by place: “2.1”. */
  problems: ReadonlyMap<string, string>
  /** The part whose field has, or is to have, the focus. */
  at: readonly number[]
  onAt: (path: readonly number[]) => void
  onChange: (rule: Rule, at?: readonly number[]) => void
  /** Counts up when the focus is to go to the part at `at`. */
  go: number
}

/** The parts of a rule, a line each, what is in a group further in. */
export function RuleLines(props: Props) {
  const { rule, problems, at, onAt, onChange, go } = props
  const { t } = useWords()
  const lines = useRef<HTMLOListElement>(null)
  const place = placeText(at)
  const placeNow = useRef(place)
  placeNow.current = place
  useEffect(() => {
    if (go === 0) return
    const line = lines.current?.querySelector<HTMLElement>(`[data-place="${placeNow.current}"]`)
    const field = line?.querySelector<HTMLElement>('[data-first] input')
    ;(field ?? line?.querySelector<HTMLElement>('button[data-first]'))?.focus()
  }, [go])
  return (
    <>
      <Joined group={rule} place="" onChange={() => onChange(joinedAt(rule, []))} />
      <ol className="sg-lines" ref={lines} aria-label={t('segment.conditions')}>
        {linesOf(rule).map(({ path, node }) => {
          const here = placeText(path)
          const problem = problems.get(here)
          return (
            <li
              key={here}
              data-place={here}
              className={`sg-line${here === place ? ' sg-line-on' : ''}`}
              style={{ marginInlineStart: `${(path.length - 1) * 28}px` }}
              onFocusCapture={() => here !== placeNow.current && onAt(path)}
            >
              <span className="sg-place k-code k-quiet">{here}</span>
              <button
                type="button"
                className="k-chip sg-not"
                aria-pressed={node.not}
                onClick={() => onChange(negatedAt(rule, path))}
              >
                {t('segment.not')}
              </button>
              {isGroup(node) ? (
                <Joined group={node} place={here} onChange={() => onChange(joinedAt(rule, path))} />
              ) : (
                <ConditionLine
                  {...props}
                  condition={node}
                  onCondition={(next) => onChange(changedAt(rule, path, () => next))}
                />
              )}
              <button
                type="button"
                className="k-tool sg-remove"
                aria-label={`${t('common.remove')}: ${here}`}
                onClick={() => {
                  const removed = removedAt(rule, path)
                  onChange(removed.rule, removed.path)
                }}
              >
                <CloseIcon />
              </button>
              {problem && <p className="k-trouble-line sg-problem">{problem}</p>}
            </li>
          )
        })}
      </ol>
    </>
  )
}

/** Whether all of a group must hold or one is enough: a button that exchanges them. */
function Joined({ group, place, onChange }: { group: Group; place: string; onChange: () => void }) {
  const { t } = useWords()
  return (
    <span className="sg-joined">
      <button
        type="button"
        className="k-chip"
        data-first={place === '' ? undefined : true}
        onClick={onChange}
      >
        {t(`segment.joined.${group.kind}`)}
      </button>
    </span>
  )
}

const groups: readonly SubjectGroup[] = ['stays', 'dates', 'values', 'lists', 'classes']

type LineProps = Props & { condition: Condition; onCondition: (condition: Condition) => void }

function ConditionLine({ condition, subjects, terms, names, onCondition }: LineProps) {
  const { t } = useWords()
  const key = subjectKey(condition)
  const own = subjects.find((subject) => subject.key === key)
  const known = own || condition.kind !== 'known'
  return (
    <>
      <span data-first className="sg-subject">
        <Select
          aria-label={t('segment.field.subject')}
          popupMatchSelectWidth={480}
          showSearch={{ optionFilterProp: 'label' }}
          value={key}
          title={own?.about ?? ''}
          onChange={(next: string) => onCondition(conditionAbout(next, condition.not))}
          options={groups.flatMap((group) => {
            const options = subjects.filter((subject) => subject.group === group)
            if (options.length === 0) return []
            const listed = options.map(({ key: value, name }) => ({ value, label: name }))
            return [{ label: t(`segment.group.${group}`), options: listed }]
          })}
          optionRender={({ value }) => <Option subject={subjects.find((one) => one.key === value)} />}
        />
      </span>
      {known && <ConditionFields condition={condition} terms={terms} names={names} onChange={onCondition} />}
    </>
  )
}

/** A subject in the list, with what it counts in and its definition. */
function Option({ subject }: { subject: Subject | undefined }) {
  return (
    subject && (
      <span className="sg-option">
        <span>
          {subject.name} <span className="k-quiet">{subject.unit}</span>
        </span>
        <span className="k-quiet">{subject.about}</span>
      </span>
    )
  )
}
