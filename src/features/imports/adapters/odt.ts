// SPDX-License-Identifier: AGPL-3.0-or-later

import { unreadableFile } from '../../../kernel/errors.ts'
import { carriedIn } from '../../profiles/index.ts'
import type { Adapter, Block } from '../model.ts'
import { readArchive } from './archive.ts'
import { createBlockBuilder } from './block-builder.ts'
import { walkXml } from './xml.ts'

/**
 * Elements whose text is not part of the document: notes, comments, deletions, descriptions of pictures, tables of
 * contents.
 */
const leftOut = new Set([
  ...['note', 'annotation', 'tracked-changes', 'table-of-content', 'title', 'desc', 'forms', 'script'],
  // Cells covered by a merged cell.
  'covered-table-cell',
])

/**
 * Reads an OpenDocument text. Only the text of the archive is used: no images, macros, embedded files or outside
 * addresses.
 */
export const readOdt: Adapter = async (bytes, name) => {
  const parts = readArchive(bytes, name, (path) =>
    [carriedIn.odt, 'content.xml', 'META-INF/manifest.xml'].includes(path),
  )
  const [content, manifest] = [parts.get('content.xml'), parts.get('META-INF/manifest.xml')]
  if (manifest !== undefined && new TextDecoder().decode(manifest).includes('encryption-data')) {
    throw unreadableFile(name, 'è protetto da una password', 'togliere la password e riprovare')
  }
  if (content === undefined) {
    throw unreadableFile(name, 'non contiene testo', 'aprirlo, salvarlo di nuovo come .odt e riprovare')
  }
  const carried = parts.get(carriedIn.odt)
  return {
    blocks: readContent(content),
    warnings: [],
    ...(carried && { carried: new TextDecoder().decode(carried) }),
  }
}

function readContent(xml: Uint8Array): readonly Block[] {
  const builder = createBlockBuilder()
  let silent = 0
  let headerRows = false
  let listItem = false
  const rowRepeats: number[] = []
  walkXml(xml, {
    open(tag, attributes) {
      const count = (attribute: string) => Number(attributes[attribute] ?? 1)
      if (silent > 0 || leftOut.has(tag)) silent += 1
      else if (tag === 'h') builder.openParagraph(count('outline-level'))
      else if (tag === 'p') {
        builder.openParagraph()
        if (listItem) builder.addText('• ')
        listItem = false
      } else if (tag === 'list-item') listItem = true
      else if (tag === 's') builder.addText(' '.repeat(Math.min(count('c'), 100)))
      else if (tag === 'tab') builder.addText('\t')
      else if (tag === 'line-break') builder.breakLine()
      else if (tag === 'table') builder.openTable()
      else if (tag === 'table-header-rows') headerRows = true
      else if (tag === 'table-row') {
        rowRepeats.push(count('number-rows-repeated'))
        builder.openRow(headerRows)
      } else if (tag === 'table-cell') {
        const columns = count('number-columns-spanned') * count('number-columns-repeated')
        builder.openCell(columns, count('number-rows-spanned'))
      }
    },
    text(text) {
      if (silent === 0) builder.addText(text.replace(/\s+/g, ' '))
    },
    close(tag) {
      if (silent > 0) silent -= 1
      else if (tag === 'h' || tag === 'p') builder.closeParagraph()
      else if (tag === 'list-item') listItem = false
      else if (tag === 'table-cell') builder.closeCell()
      else if (tag === 'table-row') builder.closeRow(rowRepeats.pop())
      else if (tag === 'table-header-rows') headerRows = false
      else if (tag === 'table') builder.closeTable()
    },
  })
  return builder.blocks
}
