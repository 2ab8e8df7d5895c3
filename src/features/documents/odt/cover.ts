// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Cover } from '../model.ts'
import { words } from './inlines.ts'
import { element, type Xml } from './xml.ts'

/** The first page: the body, the title, whether it is a draft, the facts, and a warning when there is one. */
export function cover({ administration, title, subtitle, draft, facts, notice }: Cover): Xml[] {
  const line = (style: string, children: readonly Xml[]) => element('text:p', { 'text:style-name': style }, children)
  return [
    line('Cover_20_Administration', words(administration)),
    line('Title', words(title)),
    ...(subtitle === '' ? [] : [line('Subtitle', words(subtitle))]),
    ...(draft === undefined ? [] : [line('Subtitle', words(draft))]),
    ...facts.map(([label, value]) =>
      line('Cover_20_Fact', [
        element('text:span', { 'text:style-name': 'Cover_20_Label' }, words(label)),
        element('text:tab'),
        ...words(value),
      ]),
    ),
    ...(notice === undefined ? [] : [line('Cover_20_Notice', words(notice))]),
  ]
}
