// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Removes the characters that XML 1.0 forbids: control characters but tab and line ends, lone surrogates, U+FFFE and
 * U+FFFF. Documents are mended before they get to a writer; this is a second guard that keeps files well formed.
 */
export const xmlCharacters = (text: string): string =>
  text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
