/** Long works: what the change log says of them. */
export const job = {
  done: { startDemo: 'Came with the demo hotel', cancel: 'Work stopped' },
}
