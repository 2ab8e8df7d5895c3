// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DocumentModel } from '../model.ts'
import { words } from './inlines.ts'
import { page } from './style.ts'
import { element, text, type Xml } from './xml.ts'

const upright = {
  'fo:page-width': `${page.width}mm`,
  'fo:page-height': `${page.height}mm`,
  'style:print-orientation': 'portrait',
  'fo:margin-left': `${page.side}mm`,
  'fo:margin-right': `${page.side}mm`,
}

const onItsSide = {
  ...upright,
  'fo:page-width': `${page.height}mm`,
  'fo:page-height': `${page.width}mm`,
  'style:print-orientation': 'landscape',
}

/** The kinds of page: a bare cover, and pages with header and footer. */
export const pageLayouts: readonly Xml[] = [
  element('style:page-layout', { 'style:name': 'CoverLayout' }, [
    element('style:page-layout-properties', { ...upright, 'fo:margin-top': '27mm', 'fo:margin-bottom': '24mm' }),
  ]),
  innerLayout('PageLayout', upright),
  innerLayout('LandscapeLayout', onItsSide),
]

function innerLayout(name: string, size: typeof upright): Xml {
  return element('style:page-layout', { 'style:name': name }, [
    element('style:page-layout-properties', { ...size, 'fo:margin-top': '12.5mm', 'fo:margin-bottom': '12mm' }),
    element('style:header-style', {}, [
      element('style:header-footer-properties', { 'fo:min-height': '14.5mm', 'fo:margin-bottom': '8mm' }),
    ]),
    element('style:footer-style', {}, [
      element('style:header-footer-properties', { 'fo:min-height': '12mm', 'fo:margin-top': '7mm' }),
    ]),
  ])
}

/** The kinds of page by the names that headings use. */
export const masterPages = (model: DocumentModel): readonly Xml[] => [
  element('style:master-page', {
    'style:name': 'Cover',
    'style:page-layout-name': 'CoverLayout',
    'style:next-style-name': 'Standard',
  }),
  innerPage('Standard', 'PageLayout', 'Header', model),
  innerPage('Landscape', 'LandscapeLayout', 'Header_20_wide', model),
]

/** The short title stands on the left of every page but the cover, after the word of a draft, the body on its right. */
const innerPage = (name: string, layout: string, headerStyle: string, { cover, metadata }: DocumentModel): Xml =>
  element('style:master-page', { 'style:name': name, 'style:page-layout-name': layout }, [
    element('style:header', {}, [
      element('text:p', { 'text:style-name': headerStyle }, [
        ...words(`${cover.draft === undefined ? '' : `${cover.draft} – `}${cover.title} ${metadata.triennium}`),
        element('text:tab'),
        ...words(metadata.administration),
      ]),
    ]),
    element('style:footer', {}, [
      element('text:p', { 'text:style-name': 'Footer' }, [
        text('Pagina '),
        element('text:page-number', { 'text:select-page': 'current' }, [text('1')]),
        text(' di '),
        element('text:page-count', {}, [text('1')]),
      ]),
    ]),
  ])
