// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { viewerWho } from '../../../../tests/factories/access.ts'
import { readForms } from '../../../../tests/factories/read-form.ts'
import { openSite, type TestSite } from '../../../../tests/factories/site.ts'
import { runTimone } from '../../../../tests/factories/terminal.ts'
import { slugOf, trienniumOf } from '../../../kernel/ids.ts'
import { catalogueCommands } from '../cli.ts'
import { openCatalogue } from '../editions/store.ts'
import { inventedEdition, inventedLine, writeShipped } from '../fixture/editions.ts'

const id = '2027-2029-update-2028'
const administrator = viewerWho(() => true, 'Amministratrice')
const anybody = viewerWho((action) => action !== 'catalogue.complete', 'Persona qualunque')

let folder: string
let site: TestSite
const at = (name: string) => join(folder, name)
const open = () => openCatalogue({ shipped: at('shipped'), imported: at('imported') })

/** An edition as an import leaves it: one line as it was, one reworded, one new. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'timone-complete-'))
  const codes = ['CAP1.PA.01', 'CAP1.PA.02']
  const special = {
    kinds: ['municipality' as const],
    conditions: [{ fact: 'suap' as const, is: true, exceptFor: ['union' as const] }],
  }
  writeShipped(at('shipped'), [
    inventedEdition({
      lines: codes.map((code) => inventedLine({ code, addressees: special, officialText: undefined })),
    }),
  ])
  mkdirSync(at('imported'))
  const printed = (code: string) => ({
    code,
    chapter: 1,
    objective: 'OB.1.1',
    results: [],
    timing: { kind: 'in-force' },
    officialText: `AgID ora chiede questo per ${code}.`,
  })
  const imported = {
    id,
    chapters: [{ number: 1, title: 'Persone' }],
    results: [],
    institutionalLines: [],
    objectives: [{ code: 'OB.1.1', chapter: 1, title: 'Formare gli sportelli' }],
    lines: [...codes, 'CAP1.PA.03'].map(printed),
    provenance: { source: 'prova', format: 'json', importedOn: '2028-01-10', sha256: 'a'.repeat(64) },
  }
  writeFileSync(at(`imported/${id}.json`), JSON.stringify(imported))
  site = await openSite({
    catalogue: open(),
    viewer: administrator,
    bodies: [
      {
        administration: { name: 'Comune di Vallechiara', kind: 'municipality', cadastralCode: 'Z901', population: 900 },
        facts: { suap: true },
        plan: { triennium: trienniumOf('2027-2029'), edition: id, entries: [] },
      },
    ],
  })
})
afterAll(async () => {
  await site.close()
  rmSync(folder, { recursive: true })
})

const timone = (...args: string[]) =>
  runTimone(['catalogue', 'complete', ...args], (terminal) => ({
    catalogue: catalogueCommands({
      terminal,
      catalogue: open(),
      clock: site.clock,
      workingDirectory: folder,
      open: async () => ({ tenants: site.tenants, close: async () => {} }),
    }),
  }))

/** The file that the command gives, changed as a person changes it. */
async function fill(change: (line: { code: string } & Record<string, unknown>) => object, name = 'linee.json') {
  const { out } = await timone(id, '--json')
  const file = JSON.parse(out) as { lines: { code: string }[] }
  writeFileSync(
    at(name),
    JSON.stringify({ ...file, lines: file.lines.map((line) => ({ ...line, ...change({ ...line }) })) }),
  )
  return name
}

const kept = () => {
  try {
    return readFileSync(at(`imported/${id}.completion.json`), 'utf8')
  } catch {
    return 'nothing'
  }
}
const journal = async () =>
  (await site.get('/registro-accessi')).body.match(/Ha (?:scritto o confermato|riportato)[^<]*/g) ?? []
const plan = `/enti/${slugOf('vallechiara')}/piano/2027-2029`
const address = (code: string) => `/edizioni/${id}/linee/${code}/scrivi`
async function sendLine(code: string, values: Readonly<Record<string, string>>) {
  const form = readForms((await site.get(address(code))).body).find(({ fields }) => 'base' in fields)
  return await site.post(address(code), { ...form?.fields, ...values })
}

describe('timone catalogue complete refuses, and nothing is kept of', () => {
  it.each<[string, (line: { code: string }) => object, string]>([
    [
      'a rule on an unknown fact',
      () => ({ addressees: { conditions: [{ fact: 'teletrasporto', is: true }] } }),
      'linee.json: lines[0].addressees.conditions[0].fact («CAP1.PA.01»): «teletrasporto» non va bene',
    ],
    ['an unknown key', () => ({ titolo: 'Prova' }), 'lines[0] («CAP1.PA.01»): chiavi sconosciute: titolo'],
    ['a title of 81 characters', () => ({ title: 'x'.repeat(81) }), 'lines[0].title («CAP1.PA.01»): è troppo lungo'],
    ['a legal date without its source', () => ({ legalDate: { date: '2028-02-01' } }), 'legalDate.source'],
    ['a legal date that is none', () => ({ legalDate: { date: '2028-02-31', source: 'Una legge' } }), 'legalDate.date'],
    ['a line that is not there', () => ({ code: 'CAP1.PA.09', title: 'Prova' }), 'non ha questa linea'],
    ['a line that comes twice', () => ({ code: 'CAP1.PA.01', title: 'Prova' }), 'la linea c’è due volte'],
  ])('%s', async (_, change, said) => {
    const { code, out, err } = await timone(id, await fill(change))
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(said)
    expect(kept()).toBe('nothing')
    expect(await journal()).toEqual([])
  })

  it('a file that is not there, is no JSON, or is of another edition', async () => {
    writeFileSync(at('testo.json'), 'linee')
    writeFileSync(at('altra.json'), JSON.stringify({ edition: '2027-2029', lines: [] }))
    for (const [file, said] of [
      ['nessuno.json', 'non esiste'],
      ['testo.json', 'non è JSON'],
      ['altra.json', '«2027-2029»'],
    ] as const) {
      const { code, err } = await timone(id, file)
      expect(code).toBe(2)
      expect(err).toContain(said)
    }
    expect((await timone('2030-2032')).err).toContain('2030-2032')
  })
})

describe('the pages of the editions', () => {
  it('are for the platform’s administrator alone', async () => {
    site.become(anybody)
    for (const page of ['/edizioni', `/edizioni/${id}`, address('CAP1.PA.01')]) {
      expect((await site.get(page)).status).toBe(403)
    }
    expect((await site.get('/')).body).not.toContain('Edizioni del piano nazionale')
    expect((await site.post(address('CAP1.PA.01'), { base: 'x', titolo: 'Prova' })).status).toBe(403)
    site.become(administrator)
    expect(kept()).toBe('nothing')
  })

  it('do not know an edition or a line that is not there', async () => {
    for (const page of ['/edizioni/2030-2032', `/edizioni/${id}/linee/CAP1.PA.09/scrivi`]) {
      expect((await site.get(page)).status).toBe(404)
    }
  })

  it('refuse what a line cannot be, saying where, and an answer to another state of it', async () => {
    for (const [values, said] of [
      [{ titolo: 'x'.repeat(81) }, 'Titolo: supera gli 80 caratteri'],
      [{ data: '2028-02-01' }, 'Fonte della data di legge: manca'],
      [{ fonte: 'Una legge' }, 'Data di legge: manca'],
      [{ 'abitanti-da': 'pochi' }, 'Comuni da (abitanti): non è un numero'],
      [{ enti: 'soltanto', 'tipo-municipality': '' }, 'Tipi di ente: nessun tipo è scelto'],
      [{ 'abitanti-da': '5.000', 'abitanti-a': '900' }, 'Comuni fino a (abitanti): è meno'],
    ] as const) {
      const { status, body } = await sendLine('CAP1.PA.01', values)
      expect(status).toBe(422)
      expect(body).toContain(said)
    }
    expect((await sendLine('CAP1.PA.01', { base: 'altro', titolo: 'Prova' })).status).toBe(409)
    expect(kept()).toBe('nothing')
  })

  it('show both texts of a reworded line, and what each line lacks', async () => {
    const { body } = await site.get(`/edizioni/${id}`)
    expect(body).toContain('3 linee sono da scrivere o da confermare, su 3')
    const line = (await site.get(address('CAP1.PA.01'))).body
    expect(line).toContain('AgID ora chiede questo per CAP1.PA.01.')
    expect(line).toContain('Testo di AgID, 2027-2029')
    expect(line).toContain('Conferma la linea')
    expect(line).toContain('non conta per le Unioni di comuni')
  })

  it('write a new line: the plans of bodies use its rule at once, and the journal tells it', async () => {
    expect((await site.get(`${plan}/linee/CAP1.PA.03`)).body).toContain(
      'La regola di questa linea non è ancora scritta',
    )
    const { status, headers } = await sendLine('CAP1.PA.03', {
      titolo: 'Aprire lo sportello di sabato',
      sintesi: 'Chi ha uno sportello lo apre anche il sabato.',
      regola: 'scritta',
      enti: 'soltanto',
      'tipo-municipality': 'sì',
      'abitanti-a': '5.000',
      'condizione-0': 'suap=true',
      data: '2028-06-30',
      fonte: 'Legge inventata 1/2028, art. 2',
    })
    expect([status, headers.location]).toEqual([303, `/edizioni/${id}?esito=scritta`])
    const { body } = await site.get(`${plan}/linee/CAP1.PA.03`)
    expect(body).not.toContain('La regola di questa linea non è ancora scritta')
    expect(body).toContain('Aprire lo sportello di sabato')
    expect(open().edition(id).lines[2]).toMatchObject({
      addressees: {
        kinds: ['municipality'],
        population: { max: 5000 },
        conditions: [{ fact: 'suap', is: true }],
      },
      legalDate: { date: '2028-06-30', source: 'Legge inventata 1/2028, art. 2' },
    })
    expect(await journal()).toEqual(['Ha scritto o confermato 1 linea dell’edizione 2027-2029, aggiornamento 2028'])
    expect((await site.get('/cerca?q=sportello+di+sabato')).body).toContain('CAP1.PA.03')
  })

  it('confirm a line as it is, with what the form itself cannot write', async () => {
    const { status } = await sendLine('CAP1.PA.02', {})
    expect(status).toBe(303)
    const line = open().edition(id).lines[1]
    expect(line).not.toHaveProperty('toConfirm')
    expect(line?.addressees?.conditions).toEqual([{ fact: 'suap', is: true, exceptFor: ['union'] }])
  })
})

describe('what was written', () => {
  const stored = () => open().edition(id).lines[2]

  it('can be taken away, part by part: what a form leaves blank is not there any more', async () => {
    expect(stored()?.legalDate).toBeDefined()
    expect((await sendLine('CAP1.PA.03', { data: '', fonte: '' })).status).toBe(303)
    expect(stored()).not.toHaveProperty('legalDate')
    expect((await sendLine('CAP1.PA.01', { sintesi: '', regola: 'manca' })).status).toBe(303)
    const [line] = open().edition(id).lines
    expect([line?.summary, line?.addressees, line?.title]).toEqual([undefined, undefined, 'Titolo di CAP1.PA.01'])
    expect((await site.get(`${plan}/linee/CAP1.PA.01`)).body).toContain(
      'La regola di questa linea non è ancora scritta',
    )
  })

  it('goes as a whole, once somebody confirms it, and the line is as it was', async () => {
    const reset = `/edizioni/${id}/linee/CAP1.PA.01/riporta`
    expect((await site.get(address('CAP1.PA.01'))).body).toContain('L’ha scritta o confermata Amministratrice')
    const refused = await site.post(reset, {})
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('spuntare la casella')
    const { status, headers } = await site.post(reset, { riporta: 'sì' })
    expect([status, headers.location]).toEqual([303, `/edizioni/${id}?esito=riportata`])
    expect(open().edition(id).lines[0]).toMatchObject({
      toConfirm: { edition: '2027-2029' },
      title: 'Titolo di CAP1.PA.01',
    })
    expect((await journal())[0]).toBe('Ha riportato com’era 1 linea dell’edizione 2027-2029, aggiornamento 2028')
    expect((await site.get(address('CAP1.PA.01'))).body).not.toContain('Riporta la linea com’era')
  })

  it('goes with a file that says so', async () => {
    writeFileSync(
      at('riporta.json'),
      JSON.stringify({
        edition: id,
        lines: [{ code: 'CAP1.PA.02', reset: true, addressees: null, title: null, summary: null, legalDate: null }],
      }),
    )
    expect((await timone(id, 'riporta.json')).out).toContain('Linee cambiate: CAP1.PA.02.')
    expect(open().edition(id).lines[1]).toHaveProperty('toConfirm')
    expect((await sendLine('CAP1.PA.02', {})).status).toBe(303)
  })
})

describe('timone catalogue complete', () => {
  it('says what is open, and gives it as a file', async () => {
    const { code, out } = await timone(id)
    expect(code).toBe(0)
    expect(out.split('\n')[0]).toBe('Da confermare (1): CAP1.PA.01')
    expect(out).toContain(`timone catalogue complete ${id} --json > linee.json`)
    const file = JSON.parse((await timone(id, '--json')).out) as object
    expect(file).toMatchObject({
      edition: id,
      follows: '2027-2029',
      lines: [{ code: 'CAP1.PA.01', confirmed: false, former: { edition: '2027-2029' }, legalDate: null }],
    })
  })

  it('takes the file back as it is, and nothing changes', async () => {
    const before = kept()
    const { code, out } = await timone(id, await fill(() => ({})))
    expect(code).toBe(0)
    expect(out).toContain('niente è cambiato')
    expect(kept()).toBe(before)
  })

  it('takes the file filled in; what was written outlives a new import, and the running site uses it', async () => {
    const lines = (await journal()).length
    const { code, out } = await timone(id, await fill(() => ({ title: 'Formare tutti', confirmed: true })))
    expect(code).toBe(0)
    expect(out).toContain('Linee cambiate: CAP1.PA.01.')
    expect(out).toContain('ogni linea ha regola, titolo e sintesi')
    await expect.poll(async () => (await site.get(plan)).body).toContain('Formare tutti')
    expect(await journal()).toHaveLength(lines + 1)
    writeFileSync(at(`imported/${id}.json`), readFileSync(at(`imported/${id}.json`)))
    expect(
      open()
        .edition(id)
        .lines.map(({ title }) => title),
    ).toEqual(['Formare tutti', 'Titolo di CAP1.PA.02', 'Aprire lo sportello di sabato'])
  })
})
