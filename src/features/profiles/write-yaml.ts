// SPDX-License-Identifier: AGPL-3.0-or-later
import { stringify } from 'yaml'
import { pruned } from './canonical.ts'
import type { Profile } from './model.ts'

/** A profile as YAML for people to edit: lines are not folded, and long texts stand under their key. */
export const profileYaml = (profile: Profile): string =>
  stringify(pruned(profile), { lineWidth: 0, singleQuote: true, aliasDuplicateObjects: false })
