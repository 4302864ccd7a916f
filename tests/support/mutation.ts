import fc from 'fast-check'

// A mutant is killed by the first counter-example: shrinking it would cost more than finding it. One seed, so that
// two runs over the same sources give the same score.
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true, seed: 20_261_129 })
