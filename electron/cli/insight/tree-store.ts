import type { AnyReply, ReplyOf } from '#shared/contract/index.ts'
import type { RunOutputOf } from '#shared/contract/insight-runs.ts'
import { standingTarget, type TreeTarget, treeTargets } from '#shared/domain/insight/kinds/targets.ts'
import { type DescribableReply, describeReply, words } from '#shared/i18n/index.ts'
import { factRuleStyle, ruleText } from '#shared/i18n/rule-words.ts'
import { type BusinessDate, parseBusinessDate } from '#shared/values/index.ts'
import type { Cli, Given } from '../command.ts'
import { followJob, replyOf } from '../follow-job.ts'
import { cliDesk, withStore } from '../open.ts'
import { exitCodes, WrongUse } from '../stop.ts'
import { choiceOf } from './choice.ts'

type Output = RunOutputOf<'tree'>
type Told = { output: Output; asOf: string; currency: string }

/** `insight tree` over a store: the target's tree as of a date, learned and judged on the hotel's own past. */
export async function runOnStore(given: Given, cli: Cli): Promise<number> {
  const target = choiceOf(given, 'target', treeTargets) ?? standingTarget
  const format = choiceOf(given, 'format', ['json', 'csv'] as const) ?? 'json'
  const asOf = asOfOf(given)
  return await withStore(cli, { mode: 'existing' }, async (app) => {
    const desk = cliDesk(app, cli)
    // The tree of the refresh is kept without parameters
    const params = target === standingTarget ? {} : { target }
    cli.note(words(cli.language, `insightTree.about.${target}`))
    const begun = (await desk.call('insight.run', {
      kind: 'tree',
      params,
      ...(asOf ? { asOf } : {}),
    })) as ReplyOf<'insight.run'>
    if (!begun.ok) return await refuse(begun, cli)
    const report = await followJob(app, desk, begun.output.job, label(target, cli), cli)
    if (report?.state !== 'done') return await refuse(replyOf(report), cli)
    const hotel = (await desk.call('hotel.state', {})) as ReplyOf<'hotel.state'>
    const told = {
      ...(report.result as { output: Output; asOf: string }),
      currency: hotel.ok ? hotel.output.currency : '',
    }
    await cli.say(format === 'csv' ? rulesText(told, cli) : JSON.stringify(whole(told, cli)))
    return exitCodes.ok
  })
}

function asOfOf(given: Given): BusinessDate | undefined {
  const text = given.text('as-of')
  if (text === undefined) return undefined
  const date = parseBusinessDate(text)
  if (date === null) throw new WrongUse('insightFile.asOf', { given: text.slice(0, 40) })
  return date
}

function label(target: TreeTarget, cli: Cli): string {
  return words(cli.language, `insightTree.target.${target}`)
}

async function refuse(reply: AnyReply, cli: Cli): Promise<number> {
  const message = describeReply(reply as DescribableReply, cli.language, 'insight.run')
  cli.note(`keyrack: ${message}`)
  await cli.say(JSON.stringify({ ...reply, message }))
  return exitCodes.failed
}

function rulesOf({ output, currency }: Told, { language }: Cli) {
  const style = factRuleStyle(language, currency)
  return output.rules.map(({ conditions, share, covers, guests }) => ({
    when: ruleText(conditions, style, language),
    share,
    covers,
    guests,
  }))
}

/** The same first three keys as over a plain file; `guests` are those of the date who fall under the rule. */
function whole(told: Told, cli: Cli) {
  const { output, asOf } = told
  const { target, trained, judged, fit, secondFit } = output
  return {
    auc: fit.auc,
    baseRate: fit.baseRate,
    rules: rulesOf(told, cli).map(({ when, share, covers }) => ({ when, share, covers })),
    target,
    asOf,
    trained: { ...trained },
    heldOut: { ...judged, lift: fit.lift },
    second: { model: 'boosted trees', auc: secondFit.auc, lift: secondFit.lift },
    leftOut: output.constant.map((column) => ({ column, why: 'constant' })),
  }
}

function rulesText(told: Told, cli: Cli): string {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
  const lines = rulesOf(told, cli).map(({ when, share, covers, guests }) =>
    [cell(when), share, covers, guests].join(','),
  )
  return ['when,share,covers,guests', ...lines].join('\n')
}
