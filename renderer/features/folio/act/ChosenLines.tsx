import { useWords } from '#renderer/base/language.ts'
import type { Line } from '#renderer/parts/folio/folio-view.ts'
import { inLanguage } from '#renderer/parts/guest/words.ts'
import { DateText } from '#renderer/ui/DateText.tsx'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'

/** The lines that an act takes, by name and amount, with their sum. */
export function ChosenLines({ lines }: { lines: readonly Line[] }) {
  const { t, language } = useWords()
  return (
    <div className="fo-chosen">
      <table className="k-table">
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td>
                <DateText date={line.serviceDate} style="day" />
              </td>
              <td>
                <span className="k-code">{line.code}</span> {inLanguage(line, language)}
                {line.text && <span className="k-quiet"> {line.text}</span>}
              </td>
              <td className="k-num">
                <MoneyText minor={line.grossMinor} />
              </td>
            </tr>
          ))}
        </tbody>
        {lines.length > 1 && (
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {t('folioScreen.sum', { count: lines.length })}
              </th>
              <td className="k-num">
                <b>
                  <MoneyText minor={lines.reduce((sum, line) => sum + line.grossMinor, 0)} />
                </b>
              </td>
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

/** How much the lines change each window when they are taken off it. */
export function byWindow(lines: readonly Line[]): Map<number, number> {
  const sums = new Map<number, number>()
  for (const line of lines) sums.set(line.window, (sums.get(line.window) ?? 0) + line.grossMinor)
  return sums
}
