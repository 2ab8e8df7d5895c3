// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { roleNames } from '../../kernel/access.ts'
import { declaredActions, policy } from '../../main/actions.ts'
import { packageRoot } from '../../platform/config/config.ts'
import { type PlaceKind, rule } from './policy.ts'

const guidePath = join(packageRoot(import.meta.url), 'docs/roles.md')

const placeWords = {
  platform: 'la piattaforma',
  administration: 'un ente',
  association: 'una gestione associata',
} as const satisfies Record<PlaceKind, string>

/** Each role and its purpose, then each action and the roles that may do it. */
function reference(): string {
  const roles = roleNames.map((role) => {
    const { label, short, purpose, heldOn } = rule(role)
    const name = label.startsWith(short) ? `**${label}**` : `**${label}** (${short})`
    return `| ${name} | ${purpose} | ${heldOn.map((kind) => placeWords[kind]).join(', ')} |`
  })
  const rows = declaredActions.map((action) => {
    const cells = roleNames.map((role) => (policy.allows(role, action) ? 'sì' : '–'))
    return `| ${action.label} | ${cells.join(' | ')} |`
  })
  return [
    ...['', '## I ruoli', '', '| ruolo | per chi | su che cosa |', '|---|---|---|', ...roles],
    ...['', '## Che cosa può fare ciascuno', ''],
    `| azione | ${roleNames.map((role) => rule(role).short).join(' | ')} |`,
    `|---|${roleNames.map(() => '---').join('|')}|`,
    ...rows,
    '',
  ].join('\n')
}

test('docs/roles explains the table of roles as it is now', async () => {
  const [written = ''] = readFileSync(guidePath, 'utf8').split(/(?<=-u -->\n)/)
  await expect(`${written}${reference()}`).toMatchFileSnapshot(guidePath)
})

test('every role has its words', () => {
  for (const role of roleNames) expect(rule(role).purpose).toMatch(/^Chi .*\.$/)
})
