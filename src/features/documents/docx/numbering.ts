// SPDX-License-Identifier: AGPL-3.0-or-later
import { type INumberingOptions, LevelFormat } from 'docx'
import { deepestLevel, listStep } from './measures.ts'

const levels = (format: (typeof LevelFormat)[keyof typeof LevelFormat], texts: (level: number) => string) =>
  Array.from({ length: deepestLevel }, (_, index) => ({
    level: index,
    format,
    text: texts(index),
    style: { paragraph: { indent: { left: (index + 1) * listStep, hanging: listStep } } },
  }))

/** The two kinds of list. */
export const numbering: INumberingOptions = {
  config: [
    { reference: 'numbered', levels: levels(LevelFormat.DECIMAL, (index) => `%${index + 1}.`) },
    { reference: 'bulleted', levels: levels(LevelFormat.BULLET, (index) => ['•', '–', '▪'][index % 3] ?? '•') },
  ],
}
