import { useState } from 'react'
import { type ClientReply, theClient } from '#renderer/api/client.ts'
import { thePlatform } from '#renderer/api/platform.ts'
import { type FailedReply, sentenceOf } from '#renderer/api/reply-error.ts'
import { useWords } from '#renderer/base/language.ts'
import { csvFileHead, csvLine } from '#renderer/ui/csv.ts'
import type { InputOf } from '#shared/contract/index.ts'
import type { TreeTarget } from '#shared/domain/insight/kinds/targets.ts'
import type { TreeGuest } from './tree-input.ts'

const PAGE_ROWS = 200

/** Saves all guests under a rule as a file: names and stays; telephones and addresses are on the profiles. */
export function useGuestFile() {
  const { t, language } = useWords()
  const [running, setRunning] = useState(false)
  const [note, setNote] = useState<string | null>(null)
  const run = async (target: TreeTarget, leaf: number) => {
    if (running) return
    setRunning(true)
    const found = await collect(target, leaf)
    if ('failed' in found) setNote(sentenceOf(found.failed, language, 'insight.treeGuests'))
    else {
      const heads = (['id', 'name', 'latin', 'tier', 'stays', 'lastStay', 'share'] as const).map((name) =>
        t(`insightTree.csv.${name}`),
      )
      const file = `${t(`insightTree.target.${target}`)} ${leaf}.csv`
      const lines = [csvFileHead(heads), ...found.rows.map((row) => lineOf(row, found.share))]
      const saved = await thePlatform().saveFile(file, new Blob(lines, { type: 'text/csv;charset=utf-8' }))
      setNote(saved ? t('insightTree.guests.saved', { file }) : null)
    }
    setRunning(false)
  }
  return { run, running, note }
}

type Found = { rows: TreeGuest[]; share: number } | { failed: FailedReply }

async function collect(target: TreeTarget, leaf: number): Promise<Found> {
  const rows: TreeGuest[] = []
  let after: string | null = null
  let share = 0
  do {
    const input: InputOf<'insight.treeGuests'> = {
      target,
      leaf,
      limit: PAGE_ROWS,
      ...(after === null ? {} : { after }),
    }
    const reply: ClientReply<'insight.treeGuests'> = await theClient().call('insight.treeGuests', input)
    if (!reply.ok) return { failed: reply as FailedReply }
    rows.push(...reply.output.rows)
    share = reply.output.share ?? 0
    after = reply.output.next
  } while (after !== null)
  return { rows, share }
}

function lineOf(row: TreeGuest, share: number): string {
  const { id, name, latinName, tier, stays, lastStay } = row
  return csvLine([String(id), name, latinName, tier ?? '', String(stays), lastStay ?? '', share.toFixed(4)])
}
