// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../platform/config/config.ts'
import { openCatalogue } from '../catalogue/index.ts'
import { profileJsonSchema } from './profile-schema.ts'
import { readProfile } from './read-profile.ts'

const root = packageRoot(import.meta.url)
const guidePath = join(root, 'docs/profile.md')
const guide = readFileSync(guidePath, 'utf8')

type SchemaNode = ReturnType<typeof profileJsonSchema>

/** A heading and a table for every group of keys, the outer ones first. */
function reference(node: SchemaNode, path: string): string[] {
  const keys = Object.entries(node.properties ?? {}).map(([key, value]): [string, SchemaNode] => [
    key,
    value as SchemaNode,
  ])
  if (keys.length === 0) return []
  const rows = keys.map(([key, value]) => {
    const name = node.required?.includes(key) ? `**\`${key}\`**` : `\`${key}\``
    return `| ${name} | ${value.description ?? ''} | ${form(value)} |`
  })
  return [
    ...(path === '' ? [] : ['', `### \`${path}\``]),
    ...['', '| chiave | che cosa dice | come si scrive |', '|---|---|---|'],
    ...rows,
    ...keys.flatMap(([key, value]) => {
      const list = value.type === 'array'
      return reference((list ? value.items : value) as SchemaNode, `${path}${path && '.'}${key}${list ? '[]' : ''}`)
    }),
  ]
}

/** How a value is written, in a few words. */
function form({
  type,
  const: constant,
  enum: values,
  items,
  format,
  maxLength,
  additionalProperties,
  properties,
}: SchemaNode): string {
  if (values) return values.map((value) => `\`${value}\``).join(' ')
  if (Array.isArray(type)) return 'numero'
  if (constant !== undefined) return `\`${constant}\``
  if (type === 'boolean') return '`true` `false`'
  if (type === 'integer') return 'numero intero'
  if (type === 'array') return (items as SchemaNode).properties ? 'elenco, vedi sotto' : 'elenco'
  if (properties) return 'vedi sotto'
  if (additionalProperties) return 'chiavi libere'
  if (format === 'date') return 'data'
  return maxLength ? `testo, fino a ${maxLength.toLocaleString('it-IT')} caratteri` : 'testo'
}

describe('docs/profile', () => {
  it('has the JSON Schema of the profile as it is now', async () => {
    await expect(`${JSON.stringify(profileJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(
      join(root, 'docs/profile.schema.json'),
    )
  })

  it('explains every key of the schema as it is now', async () => {
    const [written = ''] = guide.split(/(?<=-u -->\n)/)
    await expect(`${written}${reference(profileJsonSchema(), '').join('\n')}\n`).toMatchFileSnapshot(guidePath)
  })

  it('leaves no key without its meaning', () => {
    expect(guide).not.toMatch(/\| {2}\|/)
  })

  it('shows an example that is valid', () => {
    const catalogue = openCatalogue({ shipped: join(root, 'catalogue'), imported: '/nonexistent' })
    const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(guide) ?? []
    expect(readProfile(example, 'esempio.yaml', catalogue).plan.entries).toHaveLength(1)
  })
})
