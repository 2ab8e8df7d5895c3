// SPDX-License-Identifier: AGPL-3.0-or-later
import { contentsDepth, type OutlinedSection } from '../content/outline.ts'
import { words } from './inlines.ts'
import { automaticStyle, type Writing } from './writing.ts'
import { element, text, type Xml } from './xml.ts'

/**
 * A heading that the table of contents links to.
 * @param turned true for the first heading after a change between upright and landscape pages.
 */
export function heading(entry: OutlinedSection, turned: boolean, writing: Writing): Xml {
  const { section, level, number } = entry
  return element('text:h', { 'text:style-name': headingStyle(entry, turned, writing), 'text:outline-level': level }, [
    element('text:bookmark-start', { 'text:name': bookmark(number) }),
    ...words(section.title),
    element('text:bookmark-end', { 'text:name': bookmark(number) }),
  ])
}

function headingStyle(
  { section, landscape, level, number }: OutlinedSection,
  turned: boolean,
  writing: Writing,
): string {
  const style = `Heading_20_${level}`
  const parent = { 'style:parent-style-name': style }
  if (turned) {
    const page = landscape ? 'Landscape' : 'Standard'
    return automaticStyle(writing, 'paragraph', `${style}_${page}`, { ...parent, 'style:master-page-name': page }, {})
  }
  if (number > 1 && section.newPage !== true) return style
  return automaticStyle(writing, 'paragraph', `${style}_NewPage`, parent, { 'fo:break-before': 'page' })
}

/**
 * The table of contents: its entries are written here, each with a reference to its page. The word processor fills in
 * the numbers.
 */
export const contents = (sections: readonly OutlinedSection[]): Xml =>
  element('text:table-of-content', { 'text:name': 'Indice', 'text:protected': 'true' }, [
    element('text:table-of-content-source', { 'text:outline-level': contentsDepth }, [
      element('text:index-title-template', { 'text:style-name': 'Contents_20_Heading' }, text('Indice')),
      ...Array.from({ length: contentsDepth }, (_, index) => entryTemplate(index + 1)),
    ]),
    element('text:index-body', {}, [
      element('text:index-title', { 'text:name': 'Titolo dell’indice' }, [
        element('text:p', { 'text:style-name': 'Contents_20_Heading' }, text('Indice')),
      ]),
      ...sections.filter(({ level }) => level <= contentsDepth).map(entry),
    ]),
  ])

/** How the word processor writes the entries of a level when it updates them. */
const entryTemplate = (level: number): Xml =>
  element(
    'text:table-of-content-entry-template',
    { 'text:outline-level': level, 'text:style-name': `Contents_20_${level}` },
    [
      element('text:index-entry-link-start', { 'text:style-name': 'Index_20_Link' }),
      element('text:index-entry-text'),
      element('text:index-entry-tab-stop', { 'style:type': 'right', 'style:leader-char': '.' }),
      element('text:index-entry-page-number'),
      element('text:index-entry-link-end'),
    ],
  )

const entry = ({ section, level, number }: OutlinedSection): Xml =>
  element('text:p', { 'text:style-name': `Contents_20_${level}` }, [
    element('text:a', { ...link, 'xlink:href': `#${bookmark(number)}` }, [
      ...words(section.title),
      element('text:tab'),
      element('text:bookmark-ref', { 'text:reference-format': 'page', 'text:ref-name': bookmark(number) }),
    ]),
  ])

const link = {
  'xlink:type': 'simple',
  'text:style-name': 'Index_20_Link',
  'text:visited-style-name': 'Index_20_Link',
}

const bookmark = (number: number): string => `sezione-${number}`
