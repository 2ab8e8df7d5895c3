// SPDX-License-Identifier: AGPL-3.0-or-later
import { palette } from '../layout/palette.ts'
import { element, type Xml } from './xml.ts'

/** The styles of blocks. */
export type ParagraphStyle =
  | 'Text_20_body'
  | 'Table_20_Contents'
  | 'Table_20_Heading'
  | 'Row_20_Heading'
  | 'Dense_20_Contents'
  | 'Dense_20_Heading'
  | 'Quotations'
  | 'Callout'
  | 'Callout_20_Title'
  | 'Preformatted_20_Text'

/** A4 with the margins of the PDF. Millimetres. */
export const page = { width: 210, height: 297, side: 22.5 }
export const textWidth = page.width - 2 * page.side
/** The same for a landscape page. */
export const wideTextWidth = page.height - 2 * page.side

type Properties = Readonly<Record<string, string>>

export const color = (name: keyof typeof palette): string => `#${palette[name]}`
export const rule = (width: string, name: keyof typeof palette): string => `${width} solid ${color(name)}`
export const ink = (name: keyof typeof palette): Properties => ({ 'fo:color': color(name) })
export const size = (points: number): Properties => ({ 'fo:font-size': `${points}pt` })
export const bold = { 'fo:font-weight': 'bold' }
/** Space above and below a paragraph, in points. */
export const spaced = (before: number, after: number): Properties => ({
  'fo:margin-top': `${before}pt`,
  'fo:margin-bottom': `${after}pt`,
})
export const lines = (percent: number): Properties => ({ 'fo:line-height': `${percent}%` })
export const together = { 'fo:keep-with-next': 'always', 'fo:keep-together': 'always' }
/** A tab at the right margin, optionally with leading dots. */
export const rightTab = (dots: boolean, width = textWidth): Xml =>
  element('style:tab-stops', {}, [
    element('style:tab-stop', {
      'style:type': 'right',
      'style:position': `${width}mm`,
      ...(dots && { 'style:leader-style': 'dotted', 'style:leader-text': '.' }),
    }),
  ])

/** A tab stop, in millimetres from the margin. */
export const leftTab = (position: number): Xml =>
  element('style:tab-stops', {}, [element('style:tab-stop', { 'style:position': `${position}mm` })])

/** A named paragraph style; `_20_` in a name stands for a space. */
export const paragraph = (name: string, { parent, layout = {}, run = {}, tabs, attributes = {} }: ParagraphLook): Xml =>
  element(
    'style:style',
    {
      'style:name': name,
      'style:display-name': name.replaceAll('_20_', ' '),
      'style:family': 'paragraph',
      ...(parent && { 'style:parent-style-name': parent }),
      'style:class': 'text',
      ...attributes,
    },
    [element('style:paragraph-properties', layout, tabs ? [tabs] : []), element('style:text-properties', run)],
  )

type ParagraphLook = {
  readonly parent?: string
  readonly layout?: Properties
  readonly run?: Properties
  readonly tabs?: Xml
  readonly attributes?: Properties
}

/** The style of a heading: its size and the space above it in points. */
export const heading = (level: number, points: number, before: number, ink: Properties): Xml =>
  paragraph(`Heading_20_${level}`, {
    parent: 'Standard',
    layout: { ...spaced(before, 6), ...together },
    run: { ...size(points), ...bold, ...ink },
    attributes: { 'style:default-outline-level': String(level), 'style:next-style-name': 'Text_20_body' },
  })

/** The style of a line of the table of contents: indent in millimetres, space above in points. */
export const contents = (level: number, indent: number, before: number, run: Properties): Xml =>
  paragraph(`Contents_20_${level}`, {
    parent: 'Standard',
    layout: { ...spaced(before, 2), 'fo:margin-left': `${indent}mm` },
    run,
    tabs: rightTab(true),
  })

/** A named character style. */
export const character = (name: string, run: Properties): Xml =>
  element(
    'style:style',
    { 'style:name': name, 'style:display-name': name.replaceAll('_20_', ' '), 'style:family': 'text' },
    [element('style:text-properties', run)],
  )
