import { useMemo, useRef, useState } from 'react'
import { useList } from '#renderer/api/use-list.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { voucherActs } from '../acts.ts'
import { voucherColumns } from './columns.tsx'
import { Register } from './Register.tsx'
import { SellVoucherDrawer } from './SellVoucherDrawer.tsx'

/** Vouchers that are worth something still; a number that is typed finds those that are spent or expired, too. */
export function Vouchers() {
  const { t } = useWords()
  const [text, setText] = useState('')
  const [sells, setSells] = useState(false)
  const list = useList('voucher.list', { show: text.trim() ? 'all' : 'left', text, limit: 100 })
  const columns = useMemo(() => voucherColumns(t), [t])
  const listRef = useRef<HTMLDivElement>(null)
  const sell = () => setSells(true)
  useActs(voucherActs, { sell })
  return (
    <>
      <Register
        name="vouchers"
        operation="voucher.list"
        list={list}
        columns={columns}
        listRef={listRef}
        search={{ text, onSearch: setText }}
        tools={[{ act: voucherActs.sell, label: t('cashierScreen.act.sell'), run: sell }]}
        note={
          list.head && (
            <span>
              {t('cashierScreen.leftNow')} <MoneyText minor={list.head.leftMinor} sign />
            </span>
          )
        }
      />
      {sells && <SellVoucherDrawer onClose={() => setSells(false)} />}
    </>
  )
}
