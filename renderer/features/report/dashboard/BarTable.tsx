import type { ReactNode } from 'react'

type BarRow = { key: string; name: ReactNode; value: number; texts: readonly string[] }

type Props = {
  label: string
  /** Of the names, then of the figures. */
  heads: readonly string[]
  rows: readonly BarRow[]
}

/** A short table whose first figure is drawn too: a bar from zero beside each name. */
export function BarTable({ label, heads, rows }: Props) {
  const most = Math.max(1, ...rows.map(({ value }) => value))
  const [name, ...figures] = heads
  return (
    <table className="k-table db-bars" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{name}</th>
          <td />
          {figures.map((head) => (
            <th key={head} scope="col" className="k-num">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row" className="k-cut">
              {row.name}
            </th>
            <td aria-hidden>
              <i style={{ width: `${(100 * row.value) / most}%` }} />
            </td>
            {row.texts.map((text, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: figures have no name but their column
              <td key={at} className="k-num">
                {text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
