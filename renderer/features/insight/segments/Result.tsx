import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go } from '#renderer/base/route/route.tsx'
import { inLanguage } from '#renderer/parts/guest/words.ts'
import { CsvButton } from '#renderer/parts/insight/CsvButton.tsx'
import { AsOf } from '#renderer/parts/insight/RunAge.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { DateText } from '#renderer/ui/DateText.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Pane, Rows } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import type { Rule } from '#shared/domain/insight/segments/rule.ts'
import { AsOfCount } from './AsOfCount.tsx'
import { resultActs } from './acts.ts'
import type { SegmentView } from './editor-state.ts'
import { Members } from './Members.tsx'
import { type LiveCount, useLiveCount } from './use-count.ts'
import { useDownload } from './use-download.ts'

type Props = {
  segment: SegmentView | undefined
  /** What can be asked of what is typed; null: nothing yet. */
  rule: Rule | null
  /** Nothing is typed that is not saved. */
  saved: boolean
  tag: string | null
  editable: boolean
  onClose: () => void
}

/** Who is in the segment as it is typed: how many, some of them, and what can be done with them. */
export function Result({ segment, rule, saved, tag, editable, onClose }: Props) {
  const { t, language } = useWords()
  const status = useQuery('insight.status', {}).data
  const count = useLiveCount(rule, tag, status?.moment)
  const download = useDownload(segment ? inLanguage(segment, language) : t('segment.title'))
  const kept = saved ? segment : undefined
  const toList = () => kept && go(href(paths.guests, undefined, { segment: kept.id }))
  const setTags = useCommand('segment.setTags')
  const put = async () => {
    if (kept?.tag) await setTags.run({ id: kept.id, version: kept.version })
  }
  useActs(resultActs, { open: toList, tags: () => void put(), csv: () => rule && download.run(rule) })
  return (
    <Pane title={t('segment.pane.result')} scroll={false}>
      <Rows heights="auto minmax(0, 1fr) auto">
        <div className="k-padded">
          <Count count={count} />
          {rule && (
            <div className="k-usual sg-result-acts">
              <CsvButton run={() => download.run(rule)} disabled={download.running} />
              {kept && (
                <Button onClick={toList} disabled={!kept.members}>
                  {t('segment.key.open')} <KeyHint keys={resultActs.open.key} />
                </Button>
              )}
            </div>
          )}
          {download.note && (
            <p className="k-quiet" role="status">
              {download.note}
            </p>
          )}
          {kept && !kept.members && <p className="k-quiet">{t('segment.notCounted')}</p>}
        </div>
        <div className="sg-members">{count && !count.failed && rule && <Members rule={rule} />}</div>
        {editable && (
          <div className="sg-blocks">
            {kept?.tag && <Tags segment={kept} onSet={() => void put()} trouble={setTags.trouble} />}
            {rule && <AsOfCount rule={rule} />}
            {segment && <Deletion segment={segment} onDone={onClose} />}
          </div>
        )}
      </Rows>
    </Pane>
  )
}

function Count({ count }: { count: LiveCount | null }) {
  const { t, locale } = useWords()
  if (!count) return <p className="k-quiet">{t('segment.nothingAsked')}</p>
  if (count.failed) return <Trouble failed={count.failed} operation="segment.count" line />
  const counting = count.share < 1
  return (
    <div className="sg-count" role="status" aria-busy={counting}>
      <b className="k-num">{formatNumber(count.found, locale)}</b>{' '}
      <span>{t('segment.guests', { count: count.found })}</span>
      <p className="k-quiet">
        {counting
          ? t('segment.counting', { percent: Math.floor(count.share * 100) })
          : count.asOf && <AsOf asOf={count.asOf} />}
      </p>
    </div>
  )
}

type TagsProps = { segment: SegmentView; onSet: () => void; trouble: string | null }

/** The tag that the segment sets: on whom it is, and the two acts. */
function Tags({ segment, onSet, trouble }: TagsProps) {
  const { t, locale } = useWords()
  const clear = useCommand('segment.clearTags')
  const { tagged } = segment
  return (
    <section className="sg-block" aria-label={t('segment.column.tag')}>
      <p>
        {t('segment.tagState', {
          tag: segment.tag ?? '',
          count: tagged?.count ?? 0,
          shown: formatNumber(tagged?.count ?? 0, locale),
        })}
        {tagged && (
          <span className="k-quiet">
            {' '}
            {t('segment.asOf')} <DateText date={tagged.asOf} />
          </span>
        )}
      </p>
      <div className="k-usual">
        <Button onClick={onSet} disabled={!segment.members}>
          {t('segment.key.tags')} <KeyHint keys={resultActs.tags.key} />
        </Button>
        {tagged && (
          <Button onClick={() => void clear.run({ id: segment.id, version: segment.version })}>
            {t('segment.clearTags')}
          </Button>
        )}
      </div>
      {(trouble ?? clear.trouble) && (
        <p className="k-trouble-line" role="alert">
          {trouble ?? clear.trouble}
        </p>
      )}
    </section>
  )
}

/** Deleting says what goes; undo brings all of it back. */
function Deletion({ segment, onDone }: { segment: SegmentView; onDone: () => void }) {
  const { t, locale, language } = useWords()
  const remove = useCommand('segment.delete')
  const [asked, setAsked] = useState(false)
  const count = segment.tagged?.count ?? 0
  const act = async () => {
    const reply = await remove.run({ id: segment.id, version: segment.version })
    if (reply.ok) onDone()
  }
  if (!asked)
    return (
      <button type="button" className="k-tool sg-delete" onClick={() => setAsked(true)}>
        {t('segment.delete')}
      </button>
    )
  return (
    <section className="sg-block" aria-label={t('segment.delete')}>
      <p>
        {t('segment.deleting', { name: inLanguage(segment, language) })}
        {count > 0 &&
          ` ${t('segment.deletingTags', { count, shown: formatNumber(count, locale), tag: segment.tag ?? '' })}`}
      </p>
      <Button onClick={() => void act()} disabled={remove.pending}>
        {t('segment.delete')}
      </Button>{' '}
      <Button onClick={() => setAsked(false)}>{t('common.cancel')}</Button>
      {remove.trouble && (
        <p className="k-trouble-line" role="alert">
          {remove.trouble}
        </p>
      )}
    </section>
  )
}
