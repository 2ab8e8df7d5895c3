// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  BookmarkEnd,
  BookmarkStart,
  InternalHyperlink,
  LeaderType,
  PageReference,
  Paragraph,
  Tab,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx'
import { contentsDepth, type OutlinedSection } from '../outline.ts'
import { xmlCharacters } from '../xml-characters.ts'
import { textWidth } from './styles.ts'

/** A heading that the table of contents links to. */
export function heading({ section, level, number }: OutlinedSection): Paragraph {
  const paragraph = new Paragraph({
    heading: `Heading${level}`,
    pageBreakBefore: number === 1 || section.newPage === true,
  })
  paragraph.addChildElement(new BookmarkStart(bookmark(number), number))
  paragraph.addChildElement(new TextRun(xmlCharacters(section.title)))
  paragraph.addChildElement(new BookmarkEnd(number))
  return paragraph
}

/** The table of contents, on a page of its own; the pages are filled in when the document is laid out. */
export const contents = (sections: readonly OutlinedSection[]): (Paragraph | TableOfContents)[] => [
  new Paragraph({ style: 'ContentsTitle', text: 'Indice', pageBreakBefore: true }),
  new TableOfContents('Indice', {
    hyperlink: true,
    headingStyleRange: `1-${contentsDepth}`,
    beginDirty: false,
    contentChildren: sections.filter(({ level }) => level <= contentsDepth).map(entry),
  }),
]

const entry = ({ section, level, number }: OutlinedSection): Paragraph => {
  const anchor = bookmark(number)
  return new Paragraph({
    style: `TOC${level}`,
    tabStops: [{ type: TabStopType.RIGHT, position: textWidth, leader: LeaderType.DOT }],
    children: [
      new InternalHyperlink({
        anchor,
        children: [
          new TextRun({ children: [xmlCharacters(section.title), new Tab()] }),
          new PageReference(anchor, { hyperlink: true }),
        ],
      }),
    ],
  })
}

/** Word takes bookmarks of this shape for a table of contents' own. */
const bookmark = (number: number): string => `_Toc${number}`
