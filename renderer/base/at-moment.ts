/** A machine that slept has not counted on meanwhile: so often at least its clock is looked at. */
const lookMs = 60_000

/** Runs once the clock is at a moment, and each minute from then on until it is stopped. */
export function atMoment(due: number, run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = () => {
    const left = due - Date.now()
    if (left <= 0) run()
    timer = setTimeout(look, left > 0 ? Math.min(left, lookMs) : lookMs)
  }
  look()
  return () => clearTimeout(timer)
}
