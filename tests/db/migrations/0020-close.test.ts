import { test } from 'vitest'

test.todo('a store of the version before keeps all it has')
