import { useEffect, useRef } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go } from '#renderer/base/route/route.tsx'
import type { OutputOf } from '#shared/contract/index.ts'

export type AnsweredQuestion = OutputOf<'report.ask'>

/** A question in one line as it is typed: what is understood of it; `isPrevious` while that is of an earlier text, or not there yet. */
export function useQuestion(text: string): { answer: AnsweredQuestion | undefined; isPrevious: boolean } {
  const isAsked = text.trim().length > 1
  const { data, previous, loading } = useQuery('report.ask', { text }, { on: isAsked, keep: true })
  return { answer: isAsked ? data : undefined, isPrevious: isAsked && (previous || loading) }
}

/**
 * What Enter does with a question: its report opens, where it is likely to be one, as soon as the answer to the last letter is
 * there; anything else is left to `otherwise`.
 */
export function useQuestionEnter(
  text: string,
  otherwise: () => void,
): { answer: AnsweredQuestion | undefined; enter: () => void } {
  const { answer, isPrevious } = useQuestion(text)
  const isWaiting = useRef(false)
  const enter = () => {
    isWaiting.current = isPrevious
    if (isPrevious) return
    if (answer && isLikely(answer)) openQuestion(answer)
    else otherwise()
  }
  const latest = useRef(enter)
  latest.current = enter
  useEffect(() => {
    if (isWaiting.current && !isPrevious) latest.current()
  }, [isPrevious])
  return { answer, enter }
}

/** A question of several pieces is what was meant; a single word may be anything. */
export function isLikely({ question }: AnsweredQuestion): boolean {
  return question.report !== null && question.understood.length > 1
}

/** Whether somebody is asking, be it only half understood: a figure or a report is named, or several pieces are understood. */
export function isQuestion({ question }: AnsweredQuestion): boolean {
  const { understood } = question
  return understood.length > 1 || understood.some(({ as }) => as.kind === 'report' || as.kind === 'measure')
}

/** Opens the report of a question that is understood. */
export function openQuestion({ question }: AnsweredQuestion): void {
  if (question.report !== null) go(href(paths.report, { name: question.report }, question.parameters))
}
