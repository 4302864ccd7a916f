/** True when no process of this machine has that id: what a program left behind under it is nobody's. */
export function hasEnded(id: number): boolean {
  try {
    process.kill(id, 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
