// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Drops what no XML 1.0 file may hold: control characters but tab and line ends, lone surrogates, U+FFFE and U+FFFF.
 * Text is mended, with its places reported, before it gets to a writer; this keeps a file well formed all the same.
 */
export const xmlCharacters = (text: string): string =>
  text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
