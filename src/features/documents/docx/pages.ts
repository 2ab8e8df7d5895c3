// SPDX-License-Identifier: AGPL-3.0-or-later
import { Footer, Header, PageNumber, PageOrientation, Paragraph, Tab, TabStopType, TextRun } from 'docx'
import { xmlCharacters } from '../layout/xml-characters.ts'
import type { DocumentModel } from '../model.ts'
import { page, textMillimetres, textWidth, twips } from './measures.ts'

/** The orientation of pages. */
export type Orientation = keyof typeof textMillimetres

/** A4 with our margins, upright or landscape. */
export const pageOf = (orientation: Orientation) => ({
  size: {
    width: page.width,
    height: page.height,
    orientation: orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
  },
  margin: { top: page.top, bottom: page.bottom, left: page.side, right: page.side },
})

/** The style's own tab is at the right margin of an upright page. */
const wideTabs = [
  { type: TabStopType.CLEAR, position: textWidth },
  { type: TabStopType.RIGHT, position: twips(textMillimetres.landscape) },
]

/** The short title on the left, after the word of a draft, the body on the right. */
export const header = ({ cover, metadata }: DocumentModel, orientation: Orientation): Header =>
  new Header({
    children: [
      new Paragraph({
        style: 'HeaderText',
        ...(orientation === 'landscape' && { tabStops: wideTabs }),
        children: [
          new TextRun({
            children: [
              xmlCharacters(
                `${cover.draft === undefined ? '' : `${cover.draft} – `}${cover.title} ${metadata.triennium}`,
              ),
              new Tab(),
              xmlCharacters(metadata.administration),
            ],
          }),
        ],
      }),
    ],
  })

/** «Page x of y». */
export const footer = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'FooterText',
        children: [new TextRun({ children: ['Pagina ', PageNumber.CURRENT, ' di ', PageNumber.TOTAL_PAGES] })],
      }),
    ],
  })
