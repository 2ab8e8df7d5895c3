// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  bold,
  character,
  color,
  contents,
  heading,
  ink,
  leftTab,
  lines,
  paragraph,
  rightTab,
  rule,
  size,
  spaced,
  together,
  wideTextWidth,
} from './style.ts'
import { element, type Xml } from './xml.ts'

/** A blue bar along the left margin, with some space before the text. */
const barred = { 'fo:border-left': rule('3pt', 'blue'), 'fo:padding-left': '4mm' }
const quoted = { 'fo:border-left': rule('2.25pt', 'hairline'), 'fo:padding-left': '4mm' }
/** Like `barred`, on a coloured ground slightly larger than the text. */
const boxed = {
  ...barred,
  'fo:background-color': color('mist'),
  'fo:border-top': rule('0.5pt', 'mist'),
  'fo:border-bottom': rule('0.5pt', 'mist'),
  'fo:padding-top': '2mm',
  'fo:padding-bottom': '2mm',
}

/** Every named style of text. */
export const textStyles: readonly Xml[] = [
  element('style:default-style', { 'style:family': 'paragraph' }, [
    element('style:paragraph-properties', { 'fo:orphans': '2', 'fo:widows': '2', 'style:tab-stop-distance': '12.5mm' }),
    element('style:text-properties', {
      'style:font-name': 'Titillium Web',
      ...size(10.5),
      ...ink('ink'),
      'fo:language': 'it',
      'fo:country': 'IT',
    }),
  ]),
  element('style:default-style', { 'style:family': 'table' }, [
    element('style:table-properties', { 'table:border-model': 'collapsing' }),
  ]),
  paragraph('Standard', {}),
  paragraph('Text_20_body', { parent: 'Standard', layout: { ...spaced(0, 7), ...lines(103) } }),
  heading(1, 21, 0, ink('blue')),
  heading(2, 15, 18, ink('navy')),
  heading(3, 12.5, 14, ink('navy')),
  heading(4, 11, 12, ink('slate')),
  heading(5, 10.5, 10, ink('slate')),
  heading(6, 10.5, 10, ink('slate')),
  paragraph('Title', {
    parent: 'Standard',
    layout: { ...spaced(0, 8), ...lines(85), ...barred },
    run: { ...size(34), ...bold, ...ink('navy') },
  }),
  paragraph('Cover_20_Administration', {
    parent: 'Standard',
    layout: { ...spaced(150, 8), ...barred },
    run: { ...size(16), ...bold, ...ink('blue') },
    attributes: { 'style:master-page-name': 'Cover' },
  }),
  paragraph('Subtitle', {
    parent: 'Standard',
    layout: { ...spaced(0, 60), ...barred },
    run: { ...size(16), ...ink('slate') },
  }),
  paragraph('Cover_20_Fact', {
    parent: 'Standard',
    layout: {
      ...spaced(0, 0),
      'fo:padding-top': '1.5mm',
      'fo:padding-bottom': '1.5mm',
      'fo:border-bottom': rule('0.5pt', 'hairline'),
      'style:join-border': 'false',
      'fo:margin-left': '62mm',
      'fo:text-indent': '-62mm',
    },
    run: ink('navy'),
    tabs: leftTab(0),
  }),
  paragraph('Cover_20_Notice', { parent: 'Standard', layout: { ...spaced(40, 0), ...boxed }, run: ink('navy') }),
  paragraph('Contents_20_Heading', {
    parent: 'Standard',
    layout: { ...spaced(0, 12), 'fo:break-before': 'page' },
    run: { ...size(21), ...bold, ...ink('blue') },
  }),
  contents(1, 0, 7, { ...bold, ...ink('navy') }),
  contents(2, 5, 0, {}),
  contents(3, 10, 0, {}),
  paragraph('Caption', {
    parent: 'Standard',
    layout: { ...spaced(12, 5), ...together },
    run: { ...bold, ...ink('navy') },
  }),
  paragraph('Figure', {
    parent: 'Standard',
    layout: { ...spaced(12, 7), 'fo:keep-together': 'always' },
    run: { ...bold, ...ink('navy') },
  }),
  paragraph('Table_20_Contents', {
    parent: 'Standard',
    layout: { ...spaced(2, 2), ...lines(98) },
    run: size(9.5),
  }),
  paragraph('Table_20_Heading', { parent: 'Table_20_Contents', layout: together, run: { ...bold, ...ink('navy') } }),
  paragraph('Row_20_Heading', { parent: 'Table_20_Contents', run: { ...bold, ...ink('navy') } }),
  paragraph('Dense_20_Contents', { parent: 'Table_20_Contents', layout: spaced(1, 1), run: size(8) }),
  paragraph('Dense_20_Heading', { parent: 'Dense_20_Contents', layout: together, run: { ...bold, ...ink('navy') } }),
  paragraph('Quotations', {
    parent: 'Text_20_body',
    layout: quoted,
    run: { 'fo:font-style': 'italic', ...ink('slate') },
  }),
  paragraph('Callout', { parent: 'Text_20_body', layout: { ...spaced(0, 4), ...boxed } }),
  paragraph('Callout_20_Title', { parent: 'Callout', layout: together, run: { ...bold, ...ink('navy') } }),
  paragraph('Preformatted_20_Text', {
    parent: 'Text_20_body',
    layout: { ...quoted, ...lines(95) },
    run: { 'style:font-name': 'Roboto Mono', ...size(9) },
  }),
  paragraph('Header', {
    parent: 'Standard',
    layout: { 'fo:border-bottom': rule('0.5pt', 'hairline'), 'fo:padding-bottom': '2mm' },
    run: { ...size(8.5), ...ink('slate') },
    tabs: rightTab(false),
  }),
  paragraph('Header_20_wide', { parent: 'Header', tabs: rightTab(false, wideTextWidth) }),
  paragraph('Footer', {
    parent: 'Standard',
    layout: { 'fo:text-align': 'end' },
    run: { ...size(8.5), ...ink('slate') },
  }),
  character('Strong_20_Emphasis', bold),
  character('Emphasis', { 'fo:font-style': 'italic' }),
  character('Source_20_Text', { 'style:font-name': 'Roboto Mono', ...size(9) }),
  character('Cover_20_Label', ink('slate')),
  character('Index_20_Link', {}),
  character('Internet_20_link', {
    ...ink('blue'),
    'style:text-underline-style': 'solid',
    'style:text-underline-width': 'auto',
    'style:text-underline-color': 'font-color',
  }),
]
