// SPDX-License-Identifier: AGPL-3.0-or-later

import { zipSync } from 'fflate'
import { Parser } from 'htmlparser2'
import { unreadableFile } from '../../../kernel/errors.ts'
import { carriedNamespace } from '../../profiles/index.ts'
import type { Adapter, Block } from '../model.ts'
import { readArchive } from './archive.ts'
import { createBlockBuilder } from './block-builder.ts'
import { walkXml } from './xml.ts'

/**
 * Reads a Word document. Only the text of the archive is used: no images, macros, embedded files or outside addresses.
 */
export const readDocx: Adapter = async (bytes, name) => {
  const parts = readArchive(bytes, name, (path) => /\.(xml|rels)$/i.test(path))
  const { default: mammoth } = await import('mammoth')
  const buffer = Buffer.from(zipSync(Object.fromEntries(parts), { level: 0 }))
  const styleMap = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"]
  const { value } = await mammoth.convertToHtml({ buffer }, { styleMap }).catch(() => {
    throw unreadableFile(name, 'non è un documento Word leggibile', 'aprirlo, salvarlo di nuovo come .docx e riprovare')
  })
  const carried = carriedPlan(parts)
  return { blocks: readHtml(value), warnings: [], ...(carried !== undefined && { carried }) }
}

/** The plan of one of our documents: programs that save it again may give its part another number. */
function carriedPlan(parts: ReadonlyMap<string, Uint8Array>): string | undefined {
  for (const [path, xml] of parts) {
    if (!/^customXml\/item\d+\.xml$/i.test(path)) continue
    let [inside, text] = [false, '']
    walkXml(xml, {
      open(tag, attributes) {
        inside ||= tag === 'plan' && attributes.xmlns === carriedNamespace
      },
      text(piece) {
        if (inside) text += piece
      },
    })
    if (inside) return text
  }
  return undefined
}

/** The blocks of mammoth's HTML: paragraphs, headings, lists, tables. */
function readHtml(html: string): readonly Block[] {
  const builder = createBlockBuilder()
  const lists: { numbered: boolean; count: number }[] = []
  let header = false
  let note = false
  const parser = new Parser({
    onopentag(tag, attributes) {
      const heading = /^h([1-6])$/.exec(tag)?.[1]
      if (heading !== undefined) builder.openParagraph(Number(heading))
      else if (tag === 'p' && lists.length === 0) builder.openParagraph()
      else if (tag === 'br') builder.breakLine()
      else if (tag === 'ul' || tag === 'ol') {
        // A list inside a list item: the item's own text comes first.
        builder.closeParagraph()
        lists.push({ numbered: tag === 'ol', count: 0 })
      } else if (tag === 'li') {
        const list = lists.at(-1)
        if (list !== undefined) list.count += 1
        builder.openParagraph()
        builder.addText(list?.numbered ? `${list.count}. ` : '• ')
      } else if (tag === 'table') builder.openTable()
      else if (tag === 'thead') header = true
      else if (tag === 'tr') builder.openRow(header)
      else if (tag === 'td' || tag === 'th') builder.openCell(Number(attributes.colspan), Number(attributes.rowspan))
      else if (tag === 'sup') note = true
    },
    ontext(text) {
      // Only superscripts that are note marks.
      if (!(note && /^\[\d+\]$/.test(text))) builder.addText(text)
    },
    onclosetag(tag) {
      if (/^(h[1-6]|li)$/.test(tag) || (tag === 'p' && lists.length === 0)) builder.closeParagraph()
      else if (tag === 'ul' || tag === 'ol') lists.pop()
      else if (tag === 'td' || tag === 'th') builder.closeCell()
      else if (tag === 'tr') builder.closeRow()
      else if (tag === 'thead') header = false
      else if (tag === 'table') builder.closeTable()
      else if (tag === 'sup') note = false
    },
  })
  parser.end(html)
  return builder.blocks
}
