/** Pre-authorisations: what was done and what is refused. */
export const hold = {
  done: {
    take: 'Pre-authorisation noted',
    capture: 'Pre-authorisation captured',
    release: 'Pre-authorisation released',
  },
  refusal: {
    HOLD_ENDED: {
      captured: 'This pre-authorisation was captured on {{on}}.',
      released: 'This pre-authorisation was released on {{on}}.',
    },
  },
}
