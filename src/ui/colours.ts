// SPDX-License-Identifier: AGPL-3.0-or-later

/** The colour that a browser gives its own frame: `--t-blue` of styles/tokens.css, which a meta element cannot name. */
export const browserColour = '#0066cc'
