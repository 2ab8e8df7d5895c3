// SPDX-License-Identifier: AGPL-3.0-or-later
import type { VNode } from 'preact'
import { cellFromMarkdown } from '../markdown/narrative.ts'
import { Blocks } from './blocks.tsx'

/** Markdown as people wrote it → elements of a page, as in a cell of a document: no headings, no tables, no HTML. */
export const richText = (markdown: string): VNode => <Blocks blocks={cellFromMarkdown(markdown)} />
