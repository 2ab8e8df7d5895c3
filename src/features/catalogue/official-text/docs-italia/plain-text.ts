// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * reStructuredText inline markup → the words a reader sees: emphasis, literals, roles and link addresses go away,
 * escaped characters stay (`\*` → `*`), blanks of every kind become one space.
 */
export const plainText = (markup: string): string =>
  markup
    .replace(/[\u00ad\u200b\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/`([^`<]*?) ?<[^`<>]*>`_{0,2}/g, '$1')
    .replace(/(?::[a-z-]+:)?`+([^`]*)`+_{0,2}/g, '$1')
    .replace(/\\(.)|(?<=\S)\*{1,2}|\*{1,2}(?=\S)/g, (_, escaped?: string) => escaped?.trim() ?? '')
    .trim()
