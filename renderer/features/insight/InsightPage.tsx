import './insight.css'
import { Suspense, useEffect } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { runEach, useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go, type ScreenProps, useRedirect } from '#renderer/base/route/route.tsx'
import { RunAge, SaidAbove } from '#renderer/parts/insight/RunAge.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { whenIdle } from '#renderer/ui/lazy-antd.tsx'
import { lazySections } from '#renderer/ui/lazy-sections.ts'
import { Pane } from '#renderer/ui/Pane.tsx'
import { SectionedPage } from '#renderer/ui/SectionedPage.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { refreshActs, sectionActs } from './acts.ts'
import { type Status, StatusStrip } from './StatusStrip.tsx'
import { sections } from './sections.ts'
import { type Refresh, useRefresh } from './use-refresh.ts'

const components = lazySections(sections)

/** Insight: the sections at the left, how old the results are above, one section at the right. */
export function Page({ params }: ScreenProps<typeof paths.insightSection>) {
  const { t } = useWords()
  const name = params.section
  const first = sections[0].name
  useRedirect(name === undefined ? href(paths.insightSection, { section: first }) : null)
  const status = useQuery('insight.status', {})
  const refresh = useRefresh(status.data?.job ?? null)
  useEffect(() => whenIdle(components.preload), [])
  useActs(
    sectionActs,
    runEach(sectionActs, (section) => go(href(paths.insightSection, { section }))),
  )
  useActs(refreshActs, { refresh: refresh.start })
  const here = sections.find((section) => section.name === name)
  return (
    <SectionedPage
      title={t('insight.title')}
      label={t('insight.sections')}
      sections={sections.map((section) => ({
        name: section.name,
        to: href(paths.insightSection, { section: section.name }),
        title: t(`insight.section.${section.name}`),
        keys: sectionActs[section.name].key,
      }))}
      open={name}
      width={188}
    >
      <div className="ins-body">
        {status.failed && !status.data && (
          <Trouble failed={status.failed} operation="insight.status" onRetry={status.retry} />
        )}
        {status.data && (
          <StatusStrip status={status.data} refresh={refresh} offered={offersToCompute(here, status.data)} />
        )}
        {name !== undefined && !here && (
          <Pane>
            <EmptyState>{t('insight.unknownSection')}</EmptyState>
          </Pane>
        )}
        {here && status.loading && <RowSkeleton />}
        {here && status.data && (
          <SaidAbove value={refresh.running ? null : status.data.moment}>
            <OpenSection section={here} status={status.data} refresh={refresh} />
          </SaidAbove>
        )}
      </div>
    </SectionedPage>
  )
}

/** The results of the section's run; null before it ended once, undefined for a section that is shown from the store. */
function runOf(section: AnySection, status: Status) {
  if (section.reads === 'store') return undefined
  return status.ran.find(({ kind }) => kind === section.reads) ?? null
}

function offersToCompute(section: AnySection | undefined, status: Status): boolean {
  return section !== undefined && runOf(section, status) === null && !status.noFile
}

type AnySection = (typeof sections)[number]
type OpenProps = { section: AnySection; status: Status; refresh: Refresh }

/**
 * The section under the age of its own run, once that ended, be the whole refresh still on its way; as long as nothing was
 * computed, what belongs here and the key that computes it. A section may be shown from the store alone.
 */
function OpenSection({ section, status, refresh }: OpenProps) {
  const { t } = useWords()
  const Section = components.of(section.name)
  const run = runOf(section, status)
  if (run === null) {
    return (
      <Pane>
        <EmptyState
          {...(refresh.running || status.noFile
            ? {}
            : {
                action: {
                  label: t('insight.status.compute'),
                  run: refresh.start,
                  keys: refreshActs.refresh.key,
                },
              })}
        >
          {t('insight.status.notYet')}
        </EmptyState>
      </Pane>
    )
  }
  return (
    <>
      {run && <RunAge asOf={run.asOf} moment={run.moment} />}
      <Suspense fallback={<RowSkeleton />}>{Section && <Section key={section.name} />}</Suspense>
    </>
  )
}
