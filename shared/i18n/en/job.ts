/** Jobs: what the change log says of them. */
export const job = {
  done: { startDemo: 'Created with the demo hotel', cancel: 'Job stopped' },
}
