// SPDX-License-Identifier: AGPL-3.0-or-later
import { join } from 'node:path'

/** The styles in which text may be printed; strong and emphasis can be combined. */
export const styles = ['regular', 'bold', 'italic', 'boldItalic'] as const
export type Style = (typeof styles)[number]

/** The TTF files of a family, by style. A style may have several weights, which cover the same characters. */
export type FontFamily = { readonly [style in Style]: readonly string[] }

/** Font families in order of preference; `sans` is for text, `mono` for code. */
export type Fonts = { readonly sans: readonly FontFamily[]; readonly mono: readonly FontFamily[] }

/**
 * The fonts for printing documents, from the packages that contain them: Titillium Web and Roboto Mono of the Italian
 * public administration's design system (OFL, Apache-2.0), and DejaVu for what those lack (→ ✓ ☐).
 * @param modules the node_modules folder that holds bootstrap-italia and dejavu-fonts-ttf
 */
export function documentFonts(modules: string): Fonts {
  const italia = (family: string, name: string) => (style: string) =>
    join(modules, 'bootstrap-italia/dist/fonts', family, `${name}-latin-ext_latin-${style}.ttf`)
  const titillium = italia('Titillium_Web', 'titillium-web-v10')
  const roboto = italia('Roboto_Mono', 'roboto-mono-v13')
  const dejavu = (name: string): FontFamily => {
    const file = (style: string) => [join(modules, 'dejavu-fonts-ttf/ttf', `${name}${style}.ttf`)]
    return { regular: file(''), bold: file('-Bold'), italic: file('-Oblique'), boldItalic: file('-BoldOblique') }
  }
  const titilliumWeb: FontFamily = {
    regular: [titillium('regular'), titillium('300')],
    bold: [titillium('700'), titillium('600')],
    italic: [titillium('italic'), titillium('300italic')],
    boldItalic: [titillium('700italic'), titillium('600italic')],
  }
  const robotoMono: FontFamily = {
    regular: [roboto('regular')],
    bold: [roboto('700')],
    italic: [roboto('italic')],
    boldItalic: [roboto('700italic')],
  }
  const dejavuSans = dejavu('DejaVuSans')
  return { sans: [titilliumWeb, dejavuSans], mono: [robotoMono, dejavu('DejaVuSansMono'), dejavuSans] }
}

/** Every file of the fonts, once. */
export const fontFiles = ({ sans, mono }: Fonts): readonly string[] => [
  ...new Set([...sans, ...mono].flatMap((family) => styles.flatMap((style) => family[style]))),
]
