// SPDX-License-Identifier: AGPL-3.0-or-later
import { stringify } from 'yaml'
import { pruned } from './canonical.ts'
import type { Profile } from './model.ts'

/** A profile as people edit it: YAML whose lines are not folded, with long texts under their key. */
export const profileYaml = (profile: Profile): string =>
  stringify(pruned(profile), { lineWidth: 0, singleQuote: true, aliasDuplicateObjects: false })
