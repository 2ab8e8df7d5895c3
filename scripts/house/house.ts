// SPDX-License-Identifier: AGPL-3.0-or-later
import { checkBrands } from './brands.ts'
import { checkDoors } from './doors.ts'
import { checkEffects } from './effects.ts'
import { checkInnerRooms } from './inner-rooms.ts'
import { checkLiterals } from './literals.ts'
import { checkNames } from './names.ts'
import { checkOwnership } from './ownership.ts'
import { checkPurity } from './purity.ts'
import { checkRooms } from './rooms.ts'
import { checkShape } from './shape.ts'
import type { Finding, Source } from './source.ts'

const checks = [
  checkRooms,
  checkInnerRooms,
  checkDoors,
  checkPurity,
  checkOwnership,
  checkEffects,
  checkLiterals,
  checkBrands,
  checkNames,
  checkShape,
]

/** Everything in a tree that is against the rules of the house. */
export const checkHouse = (sources: readonly Source[]): Finding[] => checks.flatMap((check) => check(sources))
