// SPDX-License-Identifier: AGPL-3.0-or-later
import type { VNode } from 'preact'
import { cellFromMarkdown } from '../markdown/narrative.ts'
import { Blocks } from './blocks.tsx'

/** People's Markdown → elements of a page, as in a table cell of a document: no headings, no tables, no HTML. */
export const richText = (markdown: string): VNode => <Blocks blocks={cellFromMarkdown(markdown)} />
