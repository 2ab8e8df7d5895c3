// SPDX-License-Identifier: AGPL-3.0-or-later
import { HeadingLevel, Paragraph, Tab, TextRun } from 'docx'
import { xmlCharacters } from '../layout/xml-characters.ts'
import type { Cover } from '../model.ts'

/** The first page: the body, the title, whether it is a draft, the facts, and a warning when there is one. */
export function cover({ administration, title, subtitle, draft, facts, notice }: Cover): Paragraph[] {
  const line = (style: string, text: string) => new Paragraph({ style, text: xmlCharacters(text) })
  return [
    line('CoverAdministration', administration),
    new Paragraph({ heading: HeadingLevel.TITLE, text: xmlCharacters(title) }),
    ...(subtitle === '' ? [] : [line('CoverSubtitle', subtitle)]),
    ...(draft === undefined ? [] : [line('CoverSubtitle', draft)]),
    ...facts.map(([label, value]) => {
      const name = new TextRun({ text: xmlCharacters(label), style: 'FactLabel' })
      return new Paragraph({
        style: 'CoverFact',
        children: [name, new TextRun({ children: [new Tab(), xmlCharacters(value)] })],
      })
    }),
    ...(notice === undefined ? [] : [line('CoverNotice', notice)]),
  ]
}
