/**
 * Adds a plain-text journal up again, knowing nothing of the program: amounts are `number COMMODITY`, with `@@ number
 * COMMODITY` where another one is meant; every transaction is zero. Answers balances by account, in hundredths.
 */
export function addUpJournal(
  text: string,
  decimals: number,
): { transactions: number; balances: Map<string, number> } {
  const balances = new Map<string, number>()
  let transactions = 0
  let open: { title: string; sum: number } | null = null
  const close = () => {
    if (open && open.sum !== 0) throw new Error(`${open.title} is off by ${open.sum}`)
    open = null
  }
  const minor = (number: string) => Math.round(Number(number) * 10 ** decimals)
  for (const line of `${text}\n\n`.split('\n')) {
    if (/^\d{4}-\d\d-\d\d \*/.test(line)) {
      close()
      transactions += 1
      open = { title: line, sum: 0 }
      continue
    }
    const entry = /^ {2}([A-Z][\w:-]+) {2}(-?[\d.]+) ([A-Z]{3})(?: @@ ([\d.]+) [A-Z]{3})?$/.exec(line)
    if (!entry) {
      if (line.startsWith('  ') && !line.startsWith('  ;')) throw new Error(`not read: ${line}`)
      if (line.trim() === '') close()
      continue
    }
    if (!open) throw new Error(`no transaction above ${line}`)
    const [, account = '', number = '', , cost] = entry
    const amount = cost === undefined ? minor(number) : Math.sign(Number(number)) * minor(cost)
    const at: { sum: number } = open
    at.sum += amount
    balances.set(account, (balances.get(account) ?? 0) + amount)
  }
  return { transactions, balances }
}
