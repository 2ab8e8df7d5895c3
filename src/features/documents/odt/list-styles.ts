// SPDX-License-Identifier: AGPL-3.0-or-later
import { element, type Xml } from './xml.ts'

const step = 6
const levels = Array.from({ length: 10 }, (_, index) => index + 1)
const bullets = ['•', '–', '▪']

/** Labels stand in the margin of their item; each level is indented one step more. Millimetres. */
const position = (level: number): Xml =>
  element('style:list-level-properties', { 'text:list-level-position-and-space-mode': 'label-alignment' }, [
    element('style:list-level-label-alignment', {
      'text:label-followed-by': 'listtab',
      'text:list-tab-stop-position': `${level * step}mm`,
      'fo:text-indent': `-${step}mm`,
      'fo:margin-left': `${level * step}mm`,
    }),
  ])

/** The two kinds of list, with ten levels. */
export const listStyles: readonly Xml[] = [
  element(
    'text:list-style',
    { 'style:name': 'Numbered' },
    levels.map((level) =>
      element(
        'text:list-level-style-number',
        { 'text:level': level, 'style:num-format': '1', 'style:num-suffix': '.' },
        [position(level)],
      ),
    ),
  ),
  element(
    'text:list-style',
    { 'style:name': 'Bulleted' },
    levels.map((level) =>
      element(
        'text:list-level-style-bullet',
        { 'text:level': level, 'text:bullet-char': bullets[(level - 1) % bullets.length] ?? '•' },
        [position(level)],
      ),
    ),
  ),
]
