// SPDX-License-Identifier: AGPL-3.0-or-later
import { type IRunOptions, type ParagraphChild, TextRun } from 'docx'
import { xmlCharacters } from '../layout/xml-characters.ts'
import type { Inline } from '../model.ts'
import { WebLink } from './web-link.ts'
import type { Writing } from './writing.ts'

/** Text with emphasis as runs; `look` is the look of the surrounding text. */
export const inlines = (content: readonly Inline[], writing: Writing, look: IRunOptions = {}): ParagraphChild[] =>
  content.flatMap((item): ParagraphChild | ParagraphChild[] => {
    switch (item.kind) {
      case 'text':
        return new TextRun({ ...look, text: xmlCharacters(item.text) })
      case 'code':
        return new TextRun({ ...look, text: xmlCharacters(item.text), style: 'InlineCode' })
      case 'break':
        return new TextRun({ ...look, break: 1 })
      case 'strong':
        return inlines(item.children, writing, { ...look, bold: true })
      case 'emphasis':
        return inlines(item.children, writing, { ...look, italics: true })
      case 'link': {
        const children = inlines(item.children, writing, { ...look, style: 'Hyperlink' })
        return new WebLink(xmlCharacters(item.url), `Link${writing.next('link')}`, children)
      }
      default:
        return item satisfies never
    }
  })
