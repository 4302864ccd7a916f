import type { ReplyOf } from '#shared/contract/index.ts'
import type { RunOutputOf } from '#shared/contract/insight-runs.ts'
import { standingTarget, treeTargets } from '#shared/domain/insight/kinds/targets.ts'
import { words } from '#shared/i18n/index.ts'
import { factRuleStyle, ruleText } from '#shared/i18n/rule-words.ts'
import type { Cli, Given } from '../command.ts'
import { choiceOf } from './choice.ts'
import { runOverStore } from './store-run.ts'

type Output = RunOutputOf<'tree'>
type Told = { output: Output; asOf: string; currency: string }

/** `insight tree` over a store: the target's tree as of a date, learned and judged on the hotel's own past. */
export async function runOnStore(given: Given, cli: Cli): Promise<number> {
  const target = choiceOf(given, 'target', treeTargets) ?? standingTarget
  const format = choiceOf(given, 'format', ['json', 'csv'] as const) ?? 'json'
  // The tree of the refresh is kept without parameters
  const params = target === standingTarget ? {} : { target }
  cli.note(words(cli.language, `insightTree.about.${target}`))
  return await runOverStore(
    given,
    // A refusal too is JSON, as over a plain file
    { ...cli, json: true },
    'tree',
    params,
    async ({ output, asOf, desk }) => {
      const hotel = (await desk.call('hotel.state', {})) as ReplyOf<'hotel.state'>
      const told = { output, asOf, currency: hotel.ok ? hotel.output.currency : '' }
      return format === 'csv' ? rulesText(told, cli) : JSON.stringify(whole(told, cli))
    },
    words(cli.language, `insightTree.target.${target}`),
  )
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
