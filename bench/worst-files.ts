// SPDX-License-Identifier: AGPL-3.0-or-later
import { docxOf, drawnPdf, odtOf, xlsxOf } from '../src/features/imports/adapters/fixture.ts'

/** A file made to be slow to read: of a size, and of twice that. */
export type WorstFile = { readonly name: string; readonly what: string; make(times: 1 | 2): Uint8Array }

const text = (content: string): Uint8Array => new TextEncoder().encode(content)

/** Gives whole numbers below a bound that look random and are the same at each run (Lehmer's generator). */
type Draw = (below: number) => number

function chance(): Draw {
  let state = 7
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

const word = (draw: Draw): string =>
  Array.from({ length: 3 + draw(8) }, () => String.fromCharCode(97 + draw(26))).join('')

function repeated(count: number, piece: (draw: Draw, at: number) => string): string {
  const draw = chance()
  return Array.from({ length: count }, (_, at) => piece(draw, at)).join('')
}

const tenOf = (make: () => string, between: string): string => Array.from({ length: 10 }, make).join(between)
const wordCell = (value: string): string => `<w:tc><w:p><w:r><w:t>${value}</w:t></w:r></w:p></w:tc>`
const openCell = (value: string): string => `<table:table-cell><text:p>${value}</text:p></table:table-cell>`
const sheetCell = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`

/** The kinds that once took minutes or gigabytes, or kept everybody else waiting. */
export const worstFiles: readonly WorstFile[] = [
  {
    name: 'etichette.txt',
    what: 'righe con etichetta, 1 e 2 MB',
    make: (times) =>
      text(repeated(times * 25_000, (draw) => `Stato: ${word(draw)} ${word(draw)}\nNote: ${word(draw)}\n`)),
  },
  {
    name: 'parole.txt',
    what: 'parole a caso, 9 e 18 MB',
    make: (times) => text(repeated(times * 1_200_000, (draw) => `${word(draw)}${draw(6) ? ' ' : '\n'}`)),
  },
  {
    name: 'codici.txt',
    what: 'codici di linee, 5 e 9 MB',
    make: (times) =>
      text(repeated(times * 420_000, (draw) => `CAP${1 + draw(8)}.PA.${10 + draw(80)}${draw(3) ? ' ' : '\n'}`)),
  },
  {
    name: 'vuoti.txt',
    what: 'spazi fra due lettere, 5 e 10 MB',
    make: (times) => text(`a${' '.repeat(times * 5_000_000)}b`),
  },
  {
    name: 'celle.csv',
    what: 'foglio CSV di mezzo milione e di un milione di celle',
    make: (times) => text(repeated(times * 50_000, (draw) => `${tenOf(() => word(draw), ';')}\n`)),
  },
  {
    name: 'riga.csv',
    what: 'CSV con una riga di 50.000 e di 100.000 celle',
    make: (times) => text(`Codice;Stato\n${repeated(times * 50_000, (draw) => `${word(draw)};`)}\n`),
  },
  {
    name: 'celle.xlsx',
    what: 'foglio Excel di 250.000 e di 500.000 celle',
    make: (times) => {
      const rows = repeated(times * 25_000, (draw) => `<row>${tenOf(() => sheetCell(word(draw)), '')}</row>`)
      return xlsxOf({ Piano: `<sheetData>${rows}</sheetData>` })
    },
  },
  {
    name: 'paragrafi.docx',
    what: 'Word di 75.000 e di 150.000 paragrafi',
    make: (times) => docxOf(repeated(times * 75_000, (draw) => `<w:p><w:r><w:t>${word(draw)}</w:t></w:r></w:p>`)),
  },
  {
    name: 'riga.docx',
    what: 'Word con una riga di 50.000 e di 100.000 celle',
    make: (times) => docxOf(`<w:tbl><w:tr>${repeated(times * 50_000, (draw) => wordCell(word(draw)))}</w:tr></w:tbl>`),
  },
  {
    name: 'righe.docx',
    what: 'Word con una tabella di 10.000 e di 20.000 righe',
    make: (times) =>
      docxOf(`<w:tbl>${repeated(times * 10_000, (draw) => `<w:tr>${wordCell(word(draw)).repeat(5)}</w:tr>`)}</w:tbl>`),
  },
  {
    name: 'paragrafi.odt',
    what: 'OpenDocument di 75.000 e di 150.000 paragrafi',
    make: (times) => odtOf(repeated(times * 75_000, (draw) => `<text:p>${word(draw)}</text:p>`)),
  },
  {
    name: 'riga.odt',
    what: 'OpenDocument con una riga di 50.000 e di 100.000 celle',
    make: (times) => {
      const cells = repeated(times * 50_000, (draw) => openCell(word(draw)))
      return odtOf(`<table:table><table:table-row>${cells}</table:table-row></table:table>`)
    },
  },
  {
    name: 'glifi.pdf',
    what: 'PDF con una pagina di 650.000 e di 1.300.000 caratteri',
    make: (times) =>
      drawnPdf([
        Array.from({ length: times * 6500 }, (_, at) => ({
          text: 'parole e codici a caso '.repeat(5).slice(0, 100),
          x: 20 + (at % 7),
          y: 830 - (at % 800),
        })),
      ]),
  },
  {
    name: 'pagine.pdf',
    what: 'PDF di 1.000 e di 2.000 pagine',
    make: (times) =>
      drawnPdf(
        Array.from({ length: times * 1000 }, (_, page) =>
          Array.from({ length: 40 }, (_, at) => ({ text: `Riga ${at} della pagina ${page}`, x: 50, y: 800 - at * 18 })),
        ),
      ),
  },
]
