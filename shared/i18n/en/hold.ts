/** Pre-authorisations: what was done and what is refused. */
export const hold = {
  done: {
    take: 'Pre-authorisation noted',
    capture: 'Pre-authorisation captured',
    release: 'Pre-authorisation released',
  },
}
