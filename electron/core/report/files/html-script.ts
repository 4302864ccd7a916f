/**
 * The page's whole script: sorts a table, with its parts on paper, by the heading that is pressed (by keys too, since it is a button) and
 * changes between light and night. Figures are sorted by what they are, texts as the language orders them, what does not exist last.
 */
export const htmlScript = `
const order = new Intl.Collator(document.documentElement.lang, { numeric: true })
for (const table of document.querySelectorAll('.scroll table')) {
  const heads = [...table.tHead.rows[0].cells]
  const whole = [...table.tBodies[0].rows]
  const parts = [...table.closest('section').querySelectorAll('.part table')].map(({ tBodies: [body] }) => {
    const lines = [...body.rows]
    return { body, lineOf: new Map(whole.map((row, at) => [row, lines[at]])) }
  })
  heads.forEach((head, column) => head.querySelector('button').addEventListener('click', () => {
    const down = head.getAttribute('aria-sort') === 'ascending'
    for (const one of heads) one.removeAttribute('aria-sort')
    head.setAttribute('aria-sort', down ? 'descending' : 'ascending')
    const body = table.tBodies[0]
    const value = (row) => row.cells[column].dataset.v ?? null
    const compare = head.dataset.n === undefined ? order.compare : (a, b) => a - b
    const rows = [...body.rows].sort((one, other) => {
      const [a, b] = [value(one), value(other)]
      if (a === null || b === null) return (a === null) - (b === null)
      return down ? compare(b, a) : compare(a, b)
    })
    body.append(...rows)
    for (const part of parts) part.body.append(...rows.map((row) => part.lineOf.get(row)))
  }))
}
document.querySelector('.theme').addEventListener('click', () => {
  const root = document.documentElement
  const night = root.dataset.theme ? root.dataset.theme === 'night' : matchMedia('(prefers-color-scheme: dark)').matches
  root.dataset.theme = night ? 'light' : 'night'
})
`.trim()
