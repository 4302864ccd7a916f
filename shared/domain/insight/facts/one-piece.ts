type Kind =
  | Float64ArrayConstructor
  | Float32ArrayConstructor
  | Int32ArrayConstructor
  | Uint16ArrayConstructor
  | Uint8ArrayConstructor

/**
 * Columns of one length in one piece of memory. A piece of many megabytes is given back to the system as soon as nobody has it;
 * some fifty arrays of a few megabytes each stay with the process for other arrays, and a worker grows to twice what it holds.
 */
export function inOnePiece<S extends Record<string, Kind>>(
  count: number,
  shape: S,
): { [N in keyof S]: InstanceType<S[N]> } {
  const columns = Object.entries<Kind>(shape)
  const piece = new ArrayBuffer(columns.reduce((sum, [, kind]) => sum + kind.BYTES_PER_ELEMENT * count, 0))
  // The widest first: each then begins where its kind may begin
  const widestFirst = columns.toSorted(([, a], [, b]) => b.BYTES_PER_ELEMENT - a.BYTES_PER_ELEMENT)
  let at = 0
  const made = widestFirst.map(([name, kind]) => {
    const column = new kind(piece, at, count)
    at += column.byteLength
    return [name, column]
  })
  return Object.fromEntries(made) as { [N in keyof S]: InstanceType<S[N]> }
}
