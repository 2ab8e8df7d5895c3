// SPDX-License-Identifier: AGPL-3.0-or-later
import { BookmarkEnd, BookmarkStart, Paragraph, TableOfContents, TextRun } from 'docx'
import { contentsDepth, type OutlinedSection } from '../content/outline.ts'
import { xmlCharacters } from '../layout/xml-characters.ts'

/**
 * A heading that the table of contents links to.
 * @param opensPages true for the first heading after a change between upright and landscape pages, which needs no page
 * break.
 */
export function heading({ section, level, number }: OutlinedSection, opensPages = false): Paragraph {
  const paragraph = new Paragraph({
    heading: `Heading${level}`,
    pageBreakBefore: !opensPages && (number === 1 || section.newPage === true),
  })
  paragraph.addChildElement(new BookmarkStart(bookmark(number), number))
  paragraph.addChildElement(new TextRun(xmlCharacters(section.title)))
  paragraph.addChildElement(new BookmarkEnd(number))
  return paragraph
}

/**
 * The table of contents, on a page of its own: its entries are written here. Only Word knows the page numbers; it
 * offers to fill them in when it opens the document.
 */
export function contents(sections: readonly OutlinedSection[]): (Paragraph | TableOfContents)[] {
  if (sections.length === 0) return []
  const cachedEntries = sections
    .filter(({ level }) => level <= contentsDepth)
    .map(({ section, level, number }) => ({ title: xmlCharacters(section.title), level, href: bookmark(number) }))
  return [
    new Paragraph({ style: 'ContentsTitle', text: 'Indice', pageBreakBefore: true }),
    new TableOfContents('Indice', { hyperlink: true, headingStyleRange: `1-${contentsDepth}`, cachedEntries }),
  ]
}

/** The form of the bookmarks that Word makes for a table of contents. */
const bookmark = (number: number): string => `_Toc${number}`
