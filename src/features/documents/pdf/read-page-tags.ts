// SPDX-License-Identifier: AGPL-3.0-or-later
import type { StructTreeContent, StructTreeNode } from 'pdfjs-dist/types/src/display/api.js'

/** The part of the structure tree that prints on one page. */
export type PageTags = {
  /** Elements by role: `{ H1: 1, P: 12, TH: 2 }`. Empty when the page is not tagged. */
  readonly counts: Readonly<Record<string, number>>
  /** Heading levels in reading order, e.g. `[1, 2, 2]`. */
  readonly headings: readonly number[]
  readonly figuresWithoutAlternative: number
  /** Tables without a header cell on any page. */
  readonly tablesWithoutHeaders: number
}

/**
 * Counts what prints on a page. The package reports a whole table on every page that it spans, so elements without
 * content on this page do not count.
 * @param tree the page's structure tree; null or undefined when it has none
 */
export function readPageTags(tree: StructTreeNode | null | undefined): PageTags {
  const elements = [...elementsOf(tree?.children ?? [])].filter(hasContent)
  const counts: Record<string, number> = {}
  for (const { role } of elements) counts[role] = (counts[role] ?? 0) + 1
  return {
    counts,
    headings: elements.flatMap(({ role }) => (/^H[1-6]$/.test(role) ? [Number(role.slice(1))] : [])),
    figuresWithoutAlternative: elements.filter(({ role, alt }) => role === 'Figure' && !alt).length,
    tablesWithoutHeaders: elements.filter((element) => element.role === 'Table' && !hasHeaders(element)).length,
  }
}

/** The package's types forget the alternative text. */
type StructureElement = StructTreeNode & { readonly alt?: string }

const hasContent = ({ children }: StructTreeNode): boolean =>
  children.some((child) => !('role' in child) || hasContent(child))

const hasHeaders = (table: StructTreeNode): boolean => elementsOf(table.children).some(({ role }) => role === 'TH')

/** Elements in reading order, at every depth. */
function* elementsOf(nodes: readonly (StructTreeNode | StructTreeContent)[]): Generator<StructureElement> {
  for (const node of nodes) {
    if (!('role' in node)) continue
    yield node
    yield* elementsOf(node.children)
  }
}
