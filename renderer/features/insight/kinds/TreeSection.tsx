import './tree.css'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { useMemory } from '#renderer/base/route/memory.ts'
import { setQuery, useLocation } from '#renderer/base/route/route.tsx'
import { RunAge } from '#renderer/parts/insight/RunAge.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { Panes } from '#renderer/ui/Panes.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { WorkProgress } from '#renderer/ui/WorkProgress.tsx'
import { standingTarget, type TreeTarget, treeTargets } from '#shared/domain/insight/kinds/targets.ts'
import { describeReply } from '#shared/i18n/index.ts'
import { isBusinessDate } from '#shared/values/index.ts'
import { treeActs, treePaneActs } from './acts.ts'
import { RuleGuests } from './RuleGuests.tsx'
import { TreeDate } from './TreeDate.tsx'
import { TreeReport } from './TreeReport.tsx'
import { type Tree, treeInput } from './tree-input.ts'
import { type TreeRun, useTreeRun } from './use-tree-run.ts'

/** Rules towards a target that the manager picks, how far they can be trusted, and the guests under each. */
export function Section() {
  const { t } = useWords()
  const { businessDate } = useHotel()
  const query = useLocation((location) => location.query)
  const target = treeTargets.find((one) => one === query.target) ?? standingTarget
  const earlier = isBusinessDate(query.asOf) && query.asOf < businessDate ? query.asOf : null
  const found = useQuery('insight.output', treeInput(target, earlier), { keep: false })
  const run = useTreeRun(target, earlier)
  const [leaf, setLeaf] = useMemory<number | null>(`tree:${target}:leaf`, null)
  useActs({ compute: treeActs.compute }, { compute: run.start })
  const tree = (found.data?.output ?? null) as Tree | null
  const rule = tree?.rules.find((one) => one.leaf === leaf) ?? tree?.rules[0]
  return (
    <Panes
      label={t('insight.section.tree')}
      areas='"rules guests"'
      columns="minmax(0, 1fr) minmax(280px, 380px)"
      panes={[
        {
          name: 'rules',
          title: t('insight.section.tree'),
          act: treePaneActs.rules,
          children: (
            <Pane
              title={t('insight.section.tree')}
              tools={
                <>
                  <TreeDate asOf={earlier} />
                  <Compute run={run} />
                </>
              }
            >
              <Targets chosen={target} />
              <p className="kt-about k-quiet">{t(`insightTree.about.${target}`)}</p>
              {run.failed && !run.running && <Trouble failed={run.failed} operation="insight.run" line />}
              {found.failed && (
                <Trouble failed={found.failed} operation="insight.output" onRetry={found.retry} />
              )}
              {found.loading && <RowSkeleton />}
              {found.data && <RunAge asOf={found.data.asOf} moment={found.data.moment} />}
              {found.data === null && <NotYet run={run} />}
              {found.data?.said && !run.failed && <Said said={found.data.said} />}
              {tree && <TreeReport tree={tree} chosen={rule?.leaf ?? null} onChoose={setLeaf} />}
            </Pane>
          ),
        },
        {
          name: 'guests',
          title: t('insightTree.guests.title'),
          act: treePaneActs.guests,
          children: (
            <RuleGuests
              key={target}
              target={target}
              rule={rule}
              asOf={found.data?.asOf ?? null}
              earlier={earlier !== null}
            />
          ),
        },
      ]}
    />
  )
}

function Targets({ chosen }: { chosen: TreeTarget }) {
  const { t } = useWords()
  return (
    <fieldset className="kt-targets">
      <legend className="k-hidden">{t('insightTree.pick')}</legend>
      {treeTargets.map((target) => (
        <button
          key={target}
          type="button"
          className="k-chip"
          aria-pressed={target === chosen}
          onClick={() => setQuery({ target: target === standingTarget ? undefined : target })}
        >
          {t(`insightTree.target.${target}`)}
        </button>
      ))}
    </fieldset>
  )
}

function Compute({ run }: { run: TreeRun }) {
  const { t } = useWords()
  if (run.running)
    return (
      <WorkProgress
        label={t('insightTree.running')}
        done={run.done}
        total={run.total}
        onCancel={run.cancel}
      />
    )
  return (
    <Button onClick={run.start}>
      {t('insightTree.key.compute')} <KeyHint keys={treeActs.compute.key} />
    </Button>
  )
}

function NotYet({ run }: { run: TreeRun }) {
  const { t } = useWords()
  const action = { label: t('insightTree.key.compute'), run: run.start, keys: treeActs.compute.key }
  return <EmptyState {...(run.running ? {} : { action })}>{t('insightTree.notYet')}</EmptyState>
}

type SaidProps = { said: { code: string; params: Record<string, string | number> } }

/** Why there are no figures: too few guests, with the numbers that are needed. */
function Said({ said }: SaidProps) {
  const { language } = useWords()
  return (
    <p className="kt-said" role="status">
      {describeReply({ ok: false, refusal: said }, language, 'insight.run')}
    </p>
  )
}
