/** A room's number, or several: in the narrow style of codes, never on two lines and never cut. */
export function RoomNumber({ children }: { children: string | readonly string[] }) {
  const numbers = typeof children === 'string' ? [children] : children
  return numbers.map((number, index) => (
    <span key={number} className="k-code k-room">
      {number}
      {index < numbers.length - 1 && ','}{' '}
    </span>
  ))
}
