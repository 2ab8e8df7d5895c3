// SPDX-License-Identifier: AGPL-3.0-or-later
import { buildCommand, buildRouteMap } from '@stricli/core'
import { describe, expect, it } from 'vitest'
import { invalidInput } from '../../kernel/errors.ts'
import { runCommands } from './run-commands.ts'

const write = buildCommand({
  docs: { brief: 'Scrive' },
  parameters: {
    flags: {
      out: { kind: 'parsed', parse: String, brief: 'La cartella', placeholder: 'CARTELLA' },
      layout: { kind: 'enum', values: ['fiches', 'tables'], default: 'fiches', brief: 'Come' },
      json: { kind: 'boolean', brief: 'Scrive JSON', optional: true, withNegated: false },
    },
    positional: { kind: 'tuple', parameters: [{ brief: 'Il profilo', placeholder: 'PROFILO', parse: String }] },
  },
  func(_flags: { out: string; layout: 'fiches' | 'tables'; json?: boolean }, file: string) {
    if (file === 'rotto')
      throw invalidInput('Il profilo non va.', [{ place: file, message: 'è rotto', remedy: 'rifarlo' }])
    if (file === 'guasto') throw new Error('bug')
  },
})

/** Runs a command line; returns what it printed and its exit code. */
async function timone(line: string) {
  const said = { out: '', err: '' }
  const streams = {
    stdout: { write: (text: string) => (said.out += text) },
    stderr: { write: (text: string) => (said.err += text) },
  }
  const routes = buildRouteMap({ routes: { write }, docs: { brief: 'prova' } })
  const code = await runCommands({ name: 'timone', version: '0' }, routes, line.split(' '), streams)
  return { ...said, code }
}

describe('the command line refuses in Italian, with exit code 2,', () => {
  it.each([
    ['wirte', 'Il comando «wirte» non esiste: forse «write»?'],
    ['write a --ouut x', 'L’opzione --ouut non esiste: forse «--out»?'],
    ['write a', 'Manca l’opzione --out, con il suo valore'],
    ['write --out x', 'Manca l’argomento PROFILO'],
    ['write a b --out x', '«b» è di troppo'],
    ['write a --out x --layout schede', '«schede» non va bene per --layout: usare fiches, tables'],
    ['write a --out x --out y', 'L’opzione --out è ripetuta'],
    ['write rotto --out x', 'Il profilo non va.'],
  ])('%s', async (line, said) => {
    const { code, out, err } = await timone(line)
    expect(err).toContain(said)
    expect({ code, out }).toEqual({ code: 2, out: '' })
  })
})

describe('the command line', () => {
  it('ends with 0 when all is well and with 1 when the fault is its own', async () => {
    expect((await timone('write a --out x')).code).toBe(0)
    expect(await timone('write guasto --out x')).toMatchObject({
      code: 1,
      err: expect.stringContaining('Errore imprevisto'),
    })
  })

  it('explains itself in Italian, without the default of what is off unless asked', async () => {
    const { out } = await timone('write --help')
    for (const word of ['USO', 'OPZIONI', 'ARGOMENTI', '[fiches|tables, predefinito: fiches]'])
      expect(out).toContain(word)
    expect(out).not.toContain('false')
  })
})
