// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { diffEditions } from '../../src/features/catalogue/editions/diff-editions.ts'
import { openCatalogue } from '../../src/features/catalogue/editions/store.ts'
import { type MunicipalSplit, splitOf } from '../../src/features/catalogue/fixture/municipal-split.ts'
import type { Timing } from '../../src/features/catalogue/model.ts'
import { readAgidJson } from '../../src/features/catalogue/official-text/agid-json.ts'
import { assembleEdition } from '../../src/features/catalogue/official-text/assemble-edition.ts'
import { formatMonth } from '../../src/kernel/dates.ts'
import { root } from '../../src/main/compose.ts'
import { materialFile } from './material.ts'

describe('the 2025 update of 2024-2026', () => {
  const read = (name: string) => readFileSync(materialFile('catalogue', name), 'utf8')
  const edition = (name: string) => ({
    ...assembleEdition(name, readAgidJson(name, read(name)).reading).content,
    complete: true,
  })
  const [listed = ''] = read('diff-2024-2026-to-update-2025.txt').split('##### lines_ist')
  const listedCodes = (heading: string) =>
    new RegExp(`^${heading} (.*)$`, 'm').exec(listed)?.[1]?.match(/CAP[\w.]+/g) ?? []
  const inWords = (timing: Timing) =>
    timing.kind === 'in-force' ? '' : `${timing.kind === 'from' ? 'da ' : ''}${formatMonth(timing.date)}`

  it('retires, adds, re-dates and rewords the lines that were found by hand, and no other', () => {
    const found = diffEditions(edition('2024-2026.json'), edition('2024-2026-update-2025.json'))
    expect(found.retired).toHaveLength(7)
    expect(found.retired).toEqual(listedCodes('REMOVED'))
    expect(found.new).toHaveLength(6)
    expect(found.new).toEqual(listedCodes('ADDED'))
    expect(found.redated.map(({ code, from, to }) => `${code} ${inWords(from)} => ${inWords(to)}`)).toEqual(
      [...listed.matchAll(/DATE (\S+) (.*?) => (.*?) *\*? *$/gm)].map(
        ([, code, from, to]) => `${code} ${from?.toLowerCase()} => ${to?.toLowerCase()}`,
      ),
    )
    expect(found.reworded).toEqual([...listed.matchAll(/(?:text~|TEXT) [\d.]+ (\S+)/g)].map(([, code]) => code))
    expect(found.kept).toHaveLength(
      122 - 7 - new Set([...found.reworded, ...found.redated.map(({ code }) => code)]).size,
    )
  })
})

describe('the rules of the shipped update', () => {
  const update = openCatalogue({ shipped: join(root, 'catalogue'), imported: join(root, 'no-such-folder') }).edition(
    '2024-2026-update-2025',
  )
  const departures: Record<string, string> = {
    'CAP2.PA.01': 'addressed to purchasing aggregators: a fact tells them, not the kind',
    'CAP2.PA.07': 'addressed to aggregators and public purchasing platforms: a fact tells them, not the kind',
    'CAP3.PA.02': 'the update says that they may start migrating',
    'CAP4.PA.12': 'addressed to bodies that take part in SUAP proceedings',
    'CAP4.PA.14': 'addressed to bodies that take part in SUAP proceedings',
    'CAP4.PA.16': 'addressed to bodies that take part in SUAP proceedings',
    'CAP4.PA.17': 'addressed to bodies that take part in SUAP proceedings',
    'CAP4.PA.18': 'municipalities may ask to join',
    'CAP4.PA.19': 'administrations may consult the registry',
    'CAP6.PA.06': 'due where DTD or AgID ask for it',
    'CAP6.PA.10': 'closes a migration plan that the body has sent',
    'CAP6.PA.11': 'by its own needs, the body buys from one particular tender',
    'CAP7.PA.22': 'by its own needs, the body attends courses that another offers',
  }
  const audiences: Record<string, MunicipalSplit> = {
    tutte_pa: 'every municipality',
    comuni: 'every municipality',
    enti_locali: 'every municipality',
    pal: 'every municipality',
    fascia_pop: 'by population',
    condizionale: 'conditional',
    volontario: 'conditional',
    campione: 'conditional',
    non_comuni: 'no municipality',
    non_comuni_salvo: 'no municipality',
  }

  it('depart from the audiences as first read only where a reason is given', () => {
    const { lines_pa } = JSON.parse(readFileSync(materialFile('catalogue/2024-2026-update-2025.json'), 'utf8')) as {
      lines_pa: { code: string; audience_hint: string }[]
    }
    const hints = new Map(lines_pa.map(({ code, audience_hint }) => [code, audiences[audience_hint]]))
    const departing = update.lines.filter((line) => splitOf(line) !== hints.get(line.code)).map(({ code }) => code)
    expect(departing).toEqual(Object.keys(departures))
  })
})
