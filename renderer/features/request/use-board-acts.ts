import { useState } from 'react'
import { sentenceOf } from '#renderer/api/reply-error.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import { usePaperOut } from '#renderer/parts/device/use-paper-out.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type { BoardAction } from '#shared/domain/request/board.ts'
import type { Language } from '#shared/i18n/types.ts'
import type { RequestId, TraceId } from '#shared/values/index.ts'
import { type BoardFilters, type BoardRow, inputOf } from './filters.ts'

type Failed = OutputOf<'request.markTogether'>['failed']

/** What is done with the rows that are meant; one alone by its own command, which says what it was. */
export function useBoardActs(meant: readonly BoardRow[], onDone: () => void) {
  const { t, language } = useWords()
  const advance = useCommand('request.advance')
  const mark = useCommand('house.markTrace')
  const together = useCommand('request.markTogether')
  const [failed, setFailed] = useState<Failed>([])
  const act = async (action: Exclude<BoardAction, 'decline'>) => {
    setFailed([])
    for (const command of [advance, mark, together]) command.reset()
    const [row] = meant
    if (!row) return
    if (meant.length > 1) {
      const items = meant.map(({ of, id, version }) => ({ of, id, version }))
      const reply = await together.run({ items, action })
      if (!reply.ok) return
      setFailed(reply.output.failed)
      return onDone()
    }
    const { id, version } = row
    // A trace is not acknowledged: it is done or not
    if (row.of === 'trace' && action === 'acknowledge') return
    const reply =
      row.of === 'request'
        ? await advance.run({ id: id as RequestId, version, action })
        : await mark.run({ id: id as TraceId, version, action: action as 'done' | 'reopen' })
    if (reply.ok) onDone()
  }
  const some = failed.length > 0 ? notDoneText(failed, t, language) : null
  return { act, trouble: advance.trouble ?? mark.trouble ?? together.trouble ?? some }
}

/** How many of several stayed as they are, and why the first did. */
export function notDoneText(failed: Failed, t: T, language: Language): string {
  const [first] = failed
  return first ? t('request.notDone', { count: failed.length, reason: reasonOf(first, language) }) : ''
}

function reasonOf({ code, params }: Failed[number], language: Language): string {
  const reply =
    code === 'CONFLICT' ? { ok: false, fault: { code } } : { ok: false, refusal: { code, params } }
  return sentenceOf(reply as never, language, 'request.advance')
}

/** Prints the board as it is shown, in the language on screen. */
export function useBoardPaper() {
  const { language } = useWords()
  const { command, print } = usePaperOut('request.paper')
  return {
    print: (filters: BoardFilters) => print({ ...inputOf(filters), language }),
    trouble: command.trouble,
  }
}
