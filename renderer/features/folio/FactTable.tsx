import type { ReactNode } from 'react'
import type { folioActs } from './acts.ts'

/** A button of a section, where its act may be done. */
export type Tool = (name: keyof typeof folioActs, word: string, of?: number) => ReactNode

/** Rows of facts; the last cell is a figure. */
export function FactTable({ rows }: { rows: readonly { key: string; cells: readonly ReactNode[] }[] }) {
  if (rows.length === 0) return null
  return (
    <table className="k-table fo-table">
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {cells.map((cell, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the cells of a row have no name but their place
              <td key={at} className={at === cells.length - 1 ? 'k-num' : ''}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
