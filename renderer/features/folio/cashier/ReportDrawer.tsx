import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { usePaperOut } from '#renderer/parts/device/use-paper-out.ts'
import { PaperLook, usePaperLook } from '#renderer/parts/folio/PaperLook.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { DateTimeText } from '#renderer/ui/DateText.tsx'
import { formatMoney } from '#renderer/ui/format.ts'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { shiftKindText } from '#shared/i18n/shift-text.ts'
import type { ShiftId } from '#shared/values/index.ts'

type Report = OutputOf<'shift.report'>

/** What a shift began with, took and gave, and what was counted against what was expected; printed or kept as a file. */
export function ReportDrawer({ id, onClose }: { id: ShiftId; onClose: () => void }) {
  const { t } = useWords()
  const report = useQuery('shift.report', { id })
  const [look, setLook] = usePaperLook()
  const { command, print, save } = usePaperOut('shift.file')
  const asked = { id, ...look }
  return (
    <SideDrawer
      open
      width={560}
      title={t('cashierScreen.report', { id })}
      onClose={onClose}
      submit={{
        label: t('cashierScreen.print'),
        run: () => void print(asked),
        pending: command.pending,
        disabled: !report.data,
      }}
    >
      {report.failed && <Trouble failed={report.failed} operation="shift.report" onRetry={report.retry} />}
      {report.loading && <RowSkeleton rows={8} />}
      {report.data && (
        <>
          <PaperLook look={look} set={setLook} autoFocus />
          <div className="k-usual cashier-files">
            <Button disabled={command.pending} onClick={() => void save(asked, 'pdf')}>
              {t('cashierScreen.savePdf')}
            </Button>
            <Button disabled={command.pending} onClick={() => void save(asked, 'csv')}>
              {t('cashierScreen.saveCsv')}
            </Button>
          </div>
          {command.trouble && (
            <p className="k-trouble-line" role="alert">
              {command.trouble}
            </p>
          )}
          <ReportBody report={report.data} />
        </>
      )}
    </SideDrawer>
  )
}

function ReportBody({ report }: { report: Report }) {
  const { t, locale } = useWords()
  const { shift } = report
  return (
    <>
      <dl className="cashier-facts">
        <dt>{t('cashierScreen.who')}</dt>
        <dd>
          {shift.userName} · {shift.workstation}
        </dd>
        <dt>{t('cashierScreen.since')}</dt>
        <dd>
          <DateTimeText moment={shift.openedAt} />
        </dd>
        <dt>{t('cashierScreen.closedAt')}</dt>
        <dd>
          {shift.closedAt && <DateTimeText moment={shift.closedAt} />} · {shift.closedBy}
        </dd>
        <dt>{t('cashierScreen.float')}</dt>
        <dd>
          <MoneyText minor={shift.floatMinor} sign />
        </dd>
        <dt>{t('cashierScreen.dropped')}</dt>
        <dd>
          <MoneyText minor={shift.droppedMinor} sign />
        </dd>
        <dt>{t('cashierScreen.expected')}</dt>
        <dd>
          <MoneyText minor={shift.expectedMinor} sign />
        </dd>
        <dt>{t('cashierScreen.over')}</dt>
        <dd className={shift.overMinor === 0 ? '' : 'cashier-off'}>
          <MoneyText minor={shift.overMinor} sign />
        </dd>
        <dt>{t('cashierScreen.toSafe')}</dt>
        <dd>
          <MoneyText minor={report.toSafeMinor} sign />
        </dd>
      </dl>
      <PaymentTable report={report} />
      {report.drops.length > 0 && <DropTable report={report} />}
      <DrawerTable report={report} />
      {report.counted.map(({ currency, faces }) => (
        <table key={currency} className="k-table cashier-table">
          <caption>
            {t('cashierScreen.counted')} · {currency}
          </caption>
          <tbody>
            {faces.map((face) => (
              <tr key={face.faceMinor}>
                <td className="k-num">{formatMoney(face.faceMinor, currency, locale)}</td>
                <td className="k-num">× {face.pieces}</td>
                <td className="k-num">{formatMoney(face.totalMinor, currency, locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </>
  )
}

function PaymentTable({ report }: { report: Report }) {
  const { t, language, locale } = useWords()
  return (
    <table className="k-table cashier-table">
      <caption>{t('cashierScreen.taken')}</caption>
      <thead>
        <tr>
          <th>{t('cashierScreen.way')}</th>
          <th>{t('cashierScreen.kind')}</th>
          <th className="k-num">{t('cashierScreen.times')}</th>
          <th className="k-num">{t('cashierScreen.foreign')}</th>
          <th className="k-num">{t('cashierScreen.amount')}</th>
        </tr>
      </thead>
      <tbody>
        {report.payments.map((row) => (
          <tr key={`${row.codeId} ${row.currency} ${row.kind}`}>
            <td>{language === 'zh' ? row.nameZh : row.nameEn}</td>
            <td>{shiftKindText(row.kind, language)}</td>
            <td className="k-num">{row.count}</td>
            <td className="k-num">
              {row.foreignMinor !== null &&
                `${row.currency} ${formatMoney(row.foreignMinor, row.currency, locale)}`}
            </td>
            <td className="k-num">
              <MoneyText minor={row.amountMinor} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Each time that cash went to the safe before the count. */
function DropTable({ report }: { report: Report }) {
  const { t, locale } = useWords()
  return (
    <table className="k-table cashier-table">
      <caption>{t('shift.paper.drops')}</caption>
      <tbody>
        {report.drops.map(({ at, by, currency, units }) => (
          <tr key={at}>
            <td>
              <DateTimeText moment={at} />
            </td>
            <td>{by}</td>
            <td className="k-num">
              {currency} {formatMoney(units, currency, locale)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DrawerTable({ report }: { report: Report }) {
  const { t, locale } = useWords()
  return (
    <table className="k-table cashier-table">
      <caption>{t('cashierScreen.drawer')}</caption>
      <thead>
        <tr>
          <th>{t('cashierScreen.currency')}</th>
          <th className="k-num">{t('cashierScreen.expected')}</th>
          <th className="k-num">{t('cashierScreen.counted')}</th>
          <th className="k-num">{t('cashierScreen.over')}</th>
        </tr>
      </thead>
      <tbody>
        {report.cash.map((row) => (
          <tr key={row.currency}>
            <td>{row.currency}</td>
            <td className="k-num">{formatMoney(row.expectedUnits, row.currency, locale)}</td>
            <td className="k-num">{formatMoney(row.countedUnits, row.currency, locale)}</td>
            <td className={`k-num ${row.overUnits === 0 ? '' : 'cashier-off'}`}>
              {formatMoney(row.overUnits, row.currency, locale)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
