import { useState } from 'react'
import { useVersionedEdit } from '#renderer/base/drafts/use-versioned-edit.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { checkRule, type Problem, placeText, type Terms } from '#shared/domain/insight/segments/check.ts'
import { isGroup, type Rule } from '#shared/domain/insight/segments/rule.ts'
import {
  addedAt,
  emptyRule,
  groupedAt,
  joinedAt,
  negatedAt,
  nodeAt,
  removedAt,
} from '#shared/domain/insight/segments/rule-edit.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import { conditionAbout, type TermsView } from './subjects.ts'

export type SegmentView = OutputOf<'segment.list'>[number]
/** A segment as it is typed. */
export type Typed = { nameEn: string; nameZh: string; tag: string; rule: Rule }
/** What a new segment begins with: nothing, or an example. */
export type Start = Pick<Typed, 'nameEn' | 'nameZh' | 'rule'>

export const emptyStart: Start = { nameEn: '', nameZh: '', rule: emptyRule() }

export function typedOf(segment: SegmentView | undefined, start: Start): Typed {
  if (!segment) return { ...start, tag: '' }
  const { nameEn, nameZh, tag, rule } = segment
  return { nameEn, nameZh, tag: tag ?? '', rule }
}

/** The form of a segment, and the part of its rule that the keys act on. */
export function useSegmentForm(segment: SegmentView | undefined, start: Start) {
  const form = useVersionedEdit<Typed>(
    `segment:${segment?.id ?? 'new'}`,
    typedOf(segment, start),
    segment?.version,
  )
  const [at, setAt] = useState<readonly number[]>([])
  const [go, setGo] = useState(0)
  const { rule } = form.value
  const change = (next: Rule, to?: readonly number[]) => {
    form.change({ rule: next })
    if (to === undefined) return
    setAt(to)
    setGo((count) => count + 1)
  }
  const here = nodeAt(rule, at) ? at : []
  const acts = {
    add: () => {
      const { rule: next, path } = addedAt(rule, here, conditionAbout('fact:stays'))
      change(next, path)
    },
    group: () => {
      const { rule: next, path } = groupedAt(rule, here)
      change(next, path)
    },
    join: () => change(joinedAt(rule, here)),
    negate: () => change(negatedAt(rule, here)),
    remove: () => {
      const { rule: next, path } = removedAt(rule, here)
      change(next, path)
    },
  }
  return { form, at: here, setAt, go, change, acts, onGroup: isGroup(nodeAt(rule, here) ?? rule) }
}

/** What a rule may name, from what the editor was told. */
export function termsOf(view: TermsView, tag: string, businessDate: BusinessDate): Terms {
  const values = (list: readonly { value: string }[]) => new Set(list.map(({ value }) => value))
  return {
    asOf: view.asOf ?? businessDate,
    tags: new Set(view.tags),
    // Any nationality or language may be asked for
    wordsOf: (fact) => {
      const list = fact === 'nationality' ? undefined : view.words[fact]
      return list ? values(list) : null
    },
    classes: new Map(
      Object.entries(view.classes).map(([name, list]) => [name as keyof TermsView['classes'], values(list)]),
    ),
    ownTag: tag.trim() || null,
  }
}

/** What is wrong with a rule, by place. */
export function problemsOf(rule: Rule, terms: Terms): Map<string, Problem> {
  return new Map(checkRule(rule, terms).map((problem) => [placeText(problem.path), problem]))
}
