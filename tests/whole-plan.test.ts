// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { timone } from './command-line.ts'
import { readText, squeeze } from './document-texts.ts'
import { draftWholePlan, wholePlan } from './factories/whole-plan.ts'

const formats = ['pdf', 'docx', 'odt', 'html', 'xlsx', 'csv', 'json'] as const

describe('the documents of a plan that says something of every line', () => {
  const lines = wholePlan.plan.entries ?? []
  let folder: string
  let file: (ending: string) => string

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'timone-whole-'))
    file = draftWholePlan(folder, formats)
  }, 120_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each(formats)('%s carries every line and every activity word for word', async (format) => {
    const text = squeeze(await readText(format, readFileSync(file(format))))
    const missing = lines.filter(
      ({ code, activity }) => !text.includes(squeeze(code)) || !text.includes(squeeze(activity ?? '')),
    )
    expect(lines).toHaveLength(122)
    expect(missing.map(({ code }) => code)).toEqual([])
  })

  test('the PDF passes the check', () => {
    const { code, out } = timone(['check', '--json', file('pdf')], folder)
    expect(code, out).toBe(0)
  })

  test('the plan taken back from the PDF is the same, to the byte', () => {
    const again = timone(['draft', file('pdf'), '--out', 'again', '--formats', 'json'], folder)
    expect(again.code, again.err).toBe(0)
    const [json = ''] = readdirSync(join(folder, 'again'))
    expect(readFileSync(join(folder, 'again', json), 'utf8')).toBe(readFileSync(file('json'), 'utf8'))
  })
})
