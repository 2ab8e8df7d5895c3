// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { joinLines, wholeWords } from './join-lines.ts'

const known = wholeWords(['gli uffici usano la trasformazione e il servizio di e-procurement ogni giorno .'])

describe('lines joined', () => {
  it.each([
    ['nothing', [], ''],
    ['blank lines', ['  ', ''], ''],
    ['justified text', ['Il  Comune   apre', ' lo sportello '], 'Il Comune apre lo sportello'],
    ['a word hyphenated by the line end', ['la trasforma-', 'zione digitale'], 'la trasformazione digitale'],
    ['a hyphen of the word, seen elsewhere', ["l'e-", 'procurement'], "l'e-procurement"],
    ['a date', ['dicembre-', '2026'], 'dicembre-2026'],
    ['a name with a hyphen', ['il CERT-', 'Vallechiara'], 'il CERT-Vallechiara'],
    ['a word cut by a narrow column, whole elsewhere', ['la trasforma', 'zione'], 'la trasformazione'],
    ['a long word cut by a narrow column', ['dal 2021 e', 'contempora', 'neamente'], 'dal 2021 e contemporaneamente'],
    ['two words', ['apre', 'lo sportello'], 'apre lo sportello'],
    ['typing slips, kept', ['la  convezione', 'firmato ieri .'], 'la convezione firmato ieri .'],
  ])('%s', (_, lines, text) => {
    expect(joinLines(lines, known)).toBe(text)
  })

  it('take no word that may be broken for a whole one', () => {
    expect(wholeWords(['il serv', 'izio è attivo.']).has('serv')).toBe(false)
  })
})
