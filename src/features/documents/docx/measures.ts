// SPDX-License-Identifier: AGPL-3.0-or-later

/** Millimetres as twips, twentieths of a point, in which the format counts. */
export const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440)

/** A4 with the margins of the PDF. Twips. */
export const page = { width: twips(210), height: twips(297), side: twips(22.5), top: twips(27), bottom: twips(24) }
/** How wide the text is, in millimetres, on a page upright and on its side. */
export const textMillimetres = { portrait: 165, landscape: 252 }
export const textWidth = twips(textMillimetres.portrait)

/** How far each list goes in, in twips, and how many may hold one another. */
export const listStep = twips(6)
export const deepestLevel = 9
