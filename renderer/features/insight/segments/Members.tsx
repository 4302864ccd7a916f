import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { Link } from '#renderer/base/route/route.tsx'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import { DateText } from '#renderer/ui/DateText.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { Rule } from '#shared/domain/insight/segments/rule.ts'

const shown = 15

/** The first guests who meet the rule, each leading to the profile. */
export function Members({ rule }: { rule: Rule }) {
  const { t, locale } = useWords()
  const { data, loading } = useQuery('segment.members', { rule, limit: shown }, { keep: true })
  if (loading) return <RowSkeleton rows={6} />
  if (!data || data.rows.length === 0) return null
  return (
    <table className="k-table sg-members">
      <caption className="k-hidden">{t('segment.sample')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('segment.column.guest')}</th>
          <th scope="col" className="k-num">
            {t('insightFact.name.stays')}
          </th>
          <th scope="col">{t('segment.column.lastStay')}</th>
        </tr>
      </thead>
      <tbody>
        {data.rows.map((row) => (
          <tr key={row.id}>
            <td>
              <Link to={href(paths.guest, { id: row.id })}>
                <GuestName of={row} />
              </Link>
            </td>
            <td className="k-num">{formatNumber(row.stays, locale)}</td>
            <td>{row.lastStay && <DateText date={row.lastStay} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
