// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TimoneError } from '../../../../kernel/errors.ts'
import { packageRoot } from '../../../../platform/config/config.ts'
import { importRegistry } from '../import-registry.ts'
import { searchMunicipalities } from '../search-municipalities.ts'
import { searchIndexedBodies } from './indexed-bodies.ts'
import { openRegistry, type Registry } from './open-registry.ts'

const root = packageRoot(import.meta.url)
const shipped = join(root, 'registry/municipalities.csv')

const ownHeadings =
  'codice_catastale,codice_istat,codice_ipa,nome,nome_straniero,provincia_sigla,provincia_nome,regione,popolazione'
const istatHeadings =
  'Codice Regione;"Codice dell\'Unità territoriale sovracomunale \n(valida a fini statistici)";' +
  'Codice Comune formato alfanumerico;Denominazione (Italiana e straniera);Denominazione in italiano;' +
  'Denominazione altra lingua;Denominazione Regione;' +
  '"Denominazione dell\'Unità territoriale sovracomunale \n(valida a fini statistici)";Sigla automobilistica;' +
  'Codice Comune formato numerico;Codice Catastale del comune;Codice NUTS1 2021'
const ipaHeadings =
  '_id,Codice_IPA,Denominazione_ente,Codice_fiscale_ente,Tipologia,Codice_Categoria,Codice_natura,' +
  'Codice_comune_ISTAT,Codice_catastale_comune,CAP'

let folder: string
let registry: Registry

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'timone-registry-'))
  registry = openRegistry({ shipped, imported: join(folder, 'imported/municipalities.json') })
})
afterEach(() => rmSync(folder, { recursive: true }))

const csv = (...lines: string[]) => Buffer.from(`${lines.join('\n')}\n`)
const latin1 = (...lines: string[]) => Buffer.from(`${lines.join('\n')}\n`, 'latin1')

function refusal(run: () => unknown): TimoneError {
  try {
    run()
  } catch (error) {
    return error as TimoneError
  }
  throw new Error('it was not refused')
}

describe('finding a municipality', () => {
  it('refuses an unknown name and suggests the nearest', () => {
    const error = refusal(() => registry.find('Caravagio'))
    expect(error.code).toBe('unknown-administration')
    expect(error.problems[0]?.remedy).toContain('Caravaggio')
  })

  it('refuses a name like none and tells how a new municipality is added', () => {
    expect(refusal(() => registry.find('Xyzzyxyzzy')).problems[0]?.remedy).toContain('timone registry import')
  })

  it.each([
    ['Reggio Emilia', /^forse si intende: Reggio nell’Emilia \(H223\)/],
    ['Adda Rivolta', /^forse si intende: Rivolta d’Adda \(H357\)/],
    ['Castro BG', /^forse si intende: Castro \(C337\)$/],
  ])('suggests for «%s» the names of the same words, each with its code', (asked, words) => {
    expect(refusal(() => registry.find(asked)).problems[0]?.remedy).toMatch(words)
  })

  it('refuses a homonym and lists the candidates with province and code', () => {
    const row = (code: string, istat: string, province: string, name: string) =>
      `${code},${istat},,Castel Doppio,,${province},${name},Lombardia,100`
    importRegistry(
      registry,
      csv(ownHeadings, row('Z801', '019801', 'CR', 'Cremona'), row('Z802', '016802', 'BG', 'Bergamo')),
      'a.csv',
    )
    const error = refusal(() => registry.find('castel doppio'))
    expect(error.code).toBe('ambiguous-administration')
    expect(error.problems.map(({ message, remedy }) => `${message} ${remedy}`)).toEqual([
      expect.stringMatching(/Cremona.*Z801/),
      expect.stringMatching(/Bergamo.*Z802/),
    ])
    expect(registry.find('Z802').provinceName).toBe('Bergamo')
  })

  it.each([
    'Rivolta d’Adda',
    "RIVOLTA D'ADDA",
    'rivolta d`adda',
    'Comune di Rivolta d´Adda',
    'h357',
    '019084',
    'C_H357',
  ])('finds Rivolta from «%s»', (asked) => expect(registry.find(asked).cadastralCode).toBe('H357'))

  it('ships all municipalities, in Italian order, each with its codes, its province and its population', () => {
    const all = registry.all()
    // As many as ISTAT counts since 2025; five names are of two municipalities each.
    expect(all).toHaveLength(7896)
    expect(new Set(all.map(({ cadastralCode }) => cadastralCode)).size).toBe(7896)
    expect(new Set(all.map(({ istatCode }) => istatCode)).size).toBe(7896)
    expect(new Set(all.map(({ name }) => name)).size).toBe(7891)
    expect(new Set(all.map(({ region }) => region)).size).toBe(20)
    expect(new Set(all.map(({ province }) => province)).size).toBe(107)
    expect(all.map(({ name }) => name)).toEqual(
      all.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b, 'it')),
    )
    expect(all.every(({ population = 0 }) => population > 0)).toBe(true)
    expect(all.filter(({ name, otherName = '' }) => /'/.test(name + otherName))).toEqual([])
    expect(registry.find('Caravaggio')).toMatchObject({ istatCode: '016053', province: 'BG', population: 16_142 })
  })

  it('knows at once what another process has imported', () => {
    const row = 'Z801,019801,,Vallechiara,,CR,Cremona,Lombardia,100'
    expect(refusal(() => registry.find('Vallechiara')).code).toBe('unknown-administration')
    const other = openRegistry({ shipped, imported: join(folder, 'imported/municipalities.json') })
    importRegistry(other, csv(ownHeadings, row), 'a.csv')
    expect(registry.find('Vallechiara').cadastralCode).toBe('Z801')
  })
})

describe('searching a municipality', () => {
  const first = (asked: string) => searchMunicipalities(registry.all(), asked).matching[0]?.cadastralCode

  it.each([
    ['REGGIO EMILIA', 'H223'],
    ['reggio nell emilia', 'H223'],
    ['s. angelo lodigiano', 'I274'],
    ['Sant’Angelo Lodigiano', 'I274'],
    ['santangelo lodigiano', 'I274'],
    ['castro bg', 'C337'],
    ['castro lecce', 'M261'],
    ['bozen', 'A952'],
    ['Comune di Aosta', 'A326'],
    ['a326', 'A326'],
    ['roma', 'H501'],
  ])('finds «%s»', (asked, code) => expect(first(asked)).toBe(code))

  it('says that it guesses where no name has the words', () => {
    const { matching, nearest } = searchMunicipalities(registry.all(), 'Caravagio')
    expect(nearest).toBe(true)
    expect(matching.map(({ name }) => name)).toContain('Caravaggio')
  })

  it.each(['', '   ', 'Comune di '])('finds nothing for «%s»', (asked) => {
    expect(searchMunicipalities(registry.all(), asked).matching).toEqual([])
  })
})

describe('importing a list', () => {
  it('refuses a file with other headings, says which are missing, and keeps nothing', () => {
    const error = refusal(() => importRegistry(registry, csv('nome,sindaco', 'Vallechiara,nessuno'), 'a.csv'))
    expect(error.code).toBe('invalid-input')
    expect(error.problems.map(({ message }) => message).join()).toContain('codice_catastale')
    expect(readdirSync(folder)).toEqual([])
  })

  it.each([
    ['binary', Buffer.from([0x50, 0x4b, 3, 4, 0, 0])],
    ['with an open quote', csv(ownHeadings, 'Z801,"019801')],
  ])('refuses a file %s', (_, bytes) => {
    expect(refusal(() => importRegistry(registry, bytes, 'a.csv')).code).toBe('unreadable-file')
  })

  it('refuses an empty file', () => {
    expect(refusal(() => importRegistry(registry, csv(''), 'a.csv')).code).toBe('invalid-input')
  })

  it('names the row and column of every wrong cell, and keeps nothing', () => {
    const rows = [
      'Z801,019801,,Vallechiara,,CR,Cremona,Lombardia,1.234',
      'ZZ,01980X,,Monteverde,,Cremona,Cremona,Lombardia,10',
      'Z801,019801,,Vallechiara,,CR,Cremona,Lombardia,1234',
      'Z801,019801,,Vallechiara,,CR,Cremona,Lombardia,1234',
    ]
    const error = refusal(() => importRegistry(registry, csv(ownHeadings, ...rows), 'a.csv'))
    expect(error.problems.map(({ place }) => place)).toEqual([
      'a.csv, riga 2, colonna «popolazione»',
      'a.csv, riga 3, colonna «codice_catastale»',
      'a.csv, riga 3, colonna «codice_istat»',
      'a.csv, riga 3, colonna «provincia_sigla»',
      'a.csv, riga 5, colonna «codice_catastale»',
    ])
    expect(readdirSync(folder)).toEqual([])
  })

  it('refuses a code that two municipalities have, names the place, and keeps nothing', () => {
    const rows = [
      'Z801,019801,c_z801,Vallechiara,,CR,Cremona,Lombardia,10',
      'Z802,019801,c_z802,Monteverde,,CR,Cremona,Lombardia,10',
      'Z803,019803,c_z801,Roccaperta,,CR,Cremona,Lombardia,10',
    ]
    const error = refusal(() => importRegistry(registry, csv(ownHeadings, ...rows), 'a.csv'))
    expect(error.problems.map(({ place, message }) => `${place}: ${message}`)).toEqual([
      'a.csv, riga 3, colonna «codice_istat»: 019801 è anche del comune Z801',
      'a.csv, riga 4, colonna «codice_ipa»: c_z801 è anche del comune Z801',
    ])
    expect(readdirSync(folder)).toEqual([])
  })

  it('does not take a derived IPA code for a known one', () => {
    importRegistry(
      registry,
      csv(`${ownHeadings},codice_ipa_fonte`, 'Z801,019801,c_z801,Vallechiara,,CR,Cremona,Lombardia,1234,derived'),
      'a.csv',
    )
    expect(registry.find('Vallechiara').ipaCode).toBeUndefined()
  })

  it("reads ISTAT's list, Latin-1, with line breaks in its headings and a code that lost its zero", () => {
    const row = '03;019;19801;Forlì Alto/Fürlì;Forlì Alto;Fürlì;Lombardia;Cremona;CR;19801;Z801;ITC'
    const done = importRegistry(registry, latin1(istatHeadings, row, ';;;;;;;;;;;'), 'istat.csv')
    expect(done).toMatchObject({ records: 1, added: 1, known: 7897 })
    expect(registry.find('fürlì')).toEqual({
      cadastralCode: 'Z801',
      istatCode: '019801',
      name: 'Forlì Alto',
      otherName: 'Fürlì',
      province: 'CR',
      provinceName: 'Cremona',
      region: 'Lombardia',
    })
  })

  it("reads IPA's codes alone, choosing the municipality among the bodies of its place", () => {
    const row = (ipa: string, name: string, category: string, cadastral = 'B731') =>
      `1,${ipa},${name},0,x,${category},2430,999999,${cadastral},24043`
    const done = importRegistry(
      registry,
      csv(
        ipaHeadings,
        row('cons', 'Consorzio Acque', 'L6'),
        row('isti', 'Comune di Caravaggio - Istituzione Musei', 'L6'),
        row('c_nuovo', 'Comune di Caravaggio', 'L6'),
        row('scuola', 'Comune', 'L33'),
        row('ignoto', 'Comune di Altrove', 'L6', ''),
      ),
      'enti.csv',
    )
    expect(done).toMatchObject({ rows: 5, records: 1, added: 0 })
    expect(registry.find('Caravaggio')).toMatchObject({ ipaCode: 'c_nuovo', istatCode: '016053', population: 16_142 })
  })

  it('completes one list with another, whatever the order, and remembers', () => {
    importRegistry(registry, csv(ipaHeadings, '1,c_z801,Comune di Vallechiara,0,x,L6,2430,1,Z801,2'), 'enti.csv')
    expect(refusal(() => registry.find('Vallechiara')).code).toBe('unknown-administration')
    importRegistry(registry, csv(ownHeadings, 'Z801,019801,,Vallechiara,,CR,Cremona,Lombardia,1234'), 'a.csv')
    const row = '03;019;019801;Vallechiara;Vallechiara;;Lombardia;Cremona;CR;19801;Z801;ITC'
    importRegistry(registry, csv(istatHeadings, row), 'istat.csv')
    const again = openRegistry({ shipped, imported: join(folder, 'imported/municipalities.json') })
    expect(again.find('c_z801')).toMatchObject({ name: 'Vallechiara', population: 1234, istatCode: '019801' })
    expect(readdirSync(join(folder, 'imported'))).toEqual(['municipalities.json'])
  })

  it('says what to do when the imported file was damaged', () => {
    writeFileSync(join(folder, 'broken.json'), '{"municipalities": [')
    const error = refusal(() => openRegistry({ shipped, imported: join(folder, 'broken.json') }).all())
    expect(error.code).toBe('unreadable-file')
    expect(error.problems[0]?.remedy).toContain('registry import')
  })
})

describe('the bodies of IPA that are no municipalities', () => {
  const row = (ipa: string, name: string, category: string, cadastral = 'B731') =>
    `1,${ipa},${name},0,x,${category},2430,999999,${cadastral},24043`
  const list = csv(
    ipaHeadings,
    row('c_b731', 'Comune di Caravaggio', 'L6'),
    row('cons_bib', 'Consorzio bibliotecario', 'L6'),
    row('asl_x', "Azienda sanitaria locale dell'Adda", 'L7'),
    row('cciaa_x', 'Camera di commercio di Vallechiara', 'L35'),
    row('bonif', 'Consorzio di bonifica della Valle', 'L36', ''),
    row('prov_x', 'Provincia di Vallechiara', 'L5'),
    row('upi_x', 'Unione delle province', 'L5'),
    row('priv', 'Cassa privata', 'C17'),
    row('gara', 'Stazione di gara', 'SA'),
    row('gara2', 'Altra stazione', 'SA'),
    row('un codice', 'Ordine dei periti', 'C14'),
  )

  it('have the kind of their category, or of their name; what tells none, and what is unusable, is told', () => {
    const { others } = importRegistry(registry, list, 'enti.csv')
    expect(others?.bodies.map(({ ipaCode, kind }) => [ipaCode, kind])).toEqual([
      ['cons_bib', 'consortium'],
      ['asl_x', 'healthAuthority'],
      ['cciaa_x', 'chamberOfCommerce'],
      ['bonif', 'landReclamationConsortium'],
      ['prov_x', 'province'],
      ['upi_x', 'consortium'],
    ])
    expect([...(others?.unmapped ?? [])]).toEqual([
      ['C17', 1],
      ['SA', 2],
    ])
    expect(others?.unreadable).toEqual([12])
  })

  it('are found by words or code, stay when another list comes, and are known to another process', () => {
    importRegistry(registry, list, 'enti.csv')
    importRegistry(registry, csv(ownHeadings, 'Z801,019801,,Vallechiara,,CR,Cremona,Lombardia,1234'), 'a.csv')
    const again = openRegistry({ shipped, imported: join(folder, 'imported/municipalities.json') })
    expect(searchIndexedBodies(again.bodies(), 'camera vallechiara').map(({ ipaCode }) => ipaCode)).toEqual(['cciaa_x'])
    expect(searchIndexedBodies(again.bodies(), 'ASL_X')[0]).toEqual({
      ipaCode: 'asl_x',
      name: 'Azienda sanitaria locale dell’Adda',
      kind: 'healthAuthority',
      cadastralCode: 'B731',
    })
    expect(searchIndexedBodies(again.bodies(), ' ')).toEqual([])
  })
})
