// SPDX-License-Identifier: AGPL-3.0-or-later
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../platform/config/config.ts'
import { FactsSchema, type Municipality } from '../administrations/index.ts'
import { assessEdition, type Edition, openCatalogue, proposePlan } from '../catalogue/index.ts'
import { readProfile } from './read-profile.ts'
import { writeStarter } from './write-starter.ts'

const catalogue = openCatalogue({ shipped: join(packageRoot(import.meta.url), 'catalogue'), imported: '/nonexistent' })
const edition = catalogue.edition('2024-2026')

const vallechiara: Municipality = {
  cadastralCode: 'Z801',
  name: "Vallechiara d'Adda: #1",
  istatCode: '019801',
  province: 'CR',
  provinceName: 'Cremona',
  region: 'Lombardia',
  population: 4200,
}

const proposed = (edition: Edition) => proposePlan([], '2026-11-22', { edition })

const read = (yaml: string) => readProfile(yaml, 'profile.yaml', catalogue)

describe('the starter of a profile', () => {
  it.each(catalogue.ids())('is valid as it is, on edition %s', (id) => {
    const profile = read(writeStarter(vallechiara, proposed(catalogue.edition(id)), '2026-11-22'))
    expect(profile.administration).toEqual({
      name: "Comune di Vallechiara d'Adda: #1",
      kind: 'municipality',
      cadastralCode: 'Z801',
      istatCode: '019801',
      province: 'Cremona',
      region: 'Lombardia',
      population: 4200,
    })
    expect(profile.plan.edition).toBe(id)
  })

  it('has an entry for the lines that bind the body or may, and for them alone', () => {
    const profile = read(writeStarter(vallechiara, proposed(edition), '2026-11-22'))
    const concerned = [...assessEdition(profile.administration, {}, {}, edition)]
      .filter(([, { verdict }]) => verdict !== 'does-not-apply')
      .map(([code]) => code)
    expect(profile.plan.entries?.map(({ code }) => code)).toEqual(concerned)
    expect(concerned.length).toBeLessThan(edition.lines.length)
  })

  it('asks every fact, with its meaning above', () => {
    const yaml = writeStarter(vallechiara, proposed(edition), '2026-11-22')
    for (const [fact, { description }] of Object.entries(FactsSchema.shape)) {
      const [, above = ''] = yaml.split(`  # ${description}\n`)
      expect(above.replace(/^( {2}# .*\n)+/, '').startsWith(`  ${fact}:\n`), fact).toBe(true)
    }
    expect(yaml.replaceAll(/\n +# /g, ' ')).toContain('Noto in partenza: no (non è nell’elenco dei comuni capoluogo')
  })

  it('stays valid when it is filled in where it says', () => {
    const filled = writeStarter(vallechiara, proposed(edition), '2026-11-22')
      .replace('  suap:\n', '  suap: true\n')
      .replace(
        '      activity:\n      status:\n',
        '      activity: |\n        Prima riga\n\n        - punto\n      status: planned\n',
      )
      .replaceAll(/^( +)# (- title: .*|- \{.*|- name: .*|- role: .*| {2}\w+: .*)$/gm, '$1$2')
    const profile = read(filled)
    expect(profile.facts).toEqual({ suap: true })
    expect(profile.plan.entries?.[0]).toMatchObject({ activity: 'Prima riga\n\n- punto\n', status: 'planned' })
    expect(profile.roles).toHaveLength(1)
    expect(profile.plan.initiatives).toHaveLength(1)
    expect(profile.spending).toHaveLength(1)
    expect(profile.fundingMeasures).toHaveLength(1)
  })

  it('keeps to its comments the line breaks of an imported text', () => {
    const [line, ...lines] = edition.lines
    const broken: Edition = line
      ? { ...edition, lines: [{ ...line, title: 'Titolo\nplan: rotto', addressees: {} }, ...lines] }
      : edition
    expect(read(writeStarter(vallechiara, proposed(broken), '2026-11-22')).plan.triennium).toBe('2026-2028')
  })
})
