// SPDX-License-Identifier: AGPL-3.0-or-later
import { unreadableFile } from '../../../../kernel/errors.ts'
import type { Adapter } from '../../model.ts'
import { readArchive } from '../archive.ts'
import { readNumberFormats } from './number-formats.ts'
import { readSheet } from './read-sheet.ts'
import { readSharedStrings } from './text-table.ts'
import { readWorkbook } from './workbook.ts'

/**
 * Reads the sheets of an Excel workbook as people see them: texts, dates, last results of formulas. Only the cells of
 * the archive are used: no macros, pictures or outside addresses. We do not use the library that writes our sheets,
 * because it makes a cell for every field of a declared merged range.
 */
export const readXlsx: Adapter = async (bytes, name) => {
  const parts = readArchive(bytes, name, (path) => /^xl\/.*\.(xml|rels)$/i.test(path))
  const workbook = readWorkbook(parts)
  if (workbook.sheets.length === 0) {
    throw unreadableFile(name, 'non contiene fogli leggibili', 'aprirlo, salvarlo di nuovo come .xlsx e riprovare')
  }
  const strings = readSharedStrings(parts.get('xl/sharedStrings.xml'))
  const formats = readNumberFormats(parts.get('xl/styles.xml'), workbook.from1904)
  const shown = workbook.sheets.filter(({ hidden }) => !hidden)
  const blocks = shown.flatMap((sheet) => {
    const xml = parts.get(sheet.path)
    return xml === undefined ? [] : readSheet(xml, sheet.name, { strings, formats, file: name })
  })
  if (blocks.length === 0) {
    throw unreadableFile(name, 'non ha celle con del testo', 'controllare di aver indicato il file giusto')
  }
  const hidden = workbook.sheets.filter((sheet) => sheet.hidden)
  return {
    blocks,
    pages: shown.length,
    warnings: hidden.map(({ name }) => `Il foglio nascosto «${name}» non è stato letto.`),
  }
}
