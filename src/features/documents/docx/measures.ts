// SPDX-License-Identifier: AGPL-3.0-or-later

/** Millimetres as twips (twentieths of a point), the format's unit. */
export const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440)

/** A4 with the margins of the PDF. Twips. */
export const page = { width: twips(210), height: twips(297), side: twips(22.5), top: twips(27), bottom: twips(24) }
/** The width of the text in millimetres, on an upright page and on a landscape page. */
export const textMillimetres = { portrait: 165, landscape: 252 }
export const textWidth = twips(textMillimetres.portrait)

/** The indent of each list level, in twips, and the deepest level. */
export const listStep = twips(6)
export const deepestLevel = 9
