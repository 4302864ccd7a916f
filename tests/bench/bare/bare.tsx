/** What the same React and the same antd cost before a line of the hotel's own: a button and a plain table of 30 rows. */
import { Button } from 'antd'
import { createRoot } from 'react-dom/client'

const columns = ['Name', 'Room', 'Alerts', 'Requests', 'Phone', 'Tier', 'Nights', 'Last stay']
const rows = Array.from({ length: 30 }, (_, index) => index)

createRoot(document.getElementById('root')!).render(
  <>
    <Button autoFocus>New guest</Button>
    <table>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column}>{column}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            {columns.map((column) => (
              <td key={column}>{`${column} ${row}`}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </>,
)
