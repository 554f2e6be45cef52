import { Choice, Type, Variants, ui, type Static } from '@orrery/schema'

/** A colour as text: a name of the palette (`green`, `blue`, ...) or a hex colour (`#7aa2ff`). */
export const ColorName = Type.String({
  title: 'Colour',
  pattern: '^([a-z]+|#([0-9a-fA-F]{3}|[0-9a-fA-F]{4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8}))$',
  ...ui({ widget: 'color' }),
})
export type ColorName = Static<typeof ColorName>

/** The continuous schemes, by name, with the titles that a form shows. */
export const SchemeName = Choice(
  {
    viridis: 'Viridis',
    magma: 'Magma',
    plasma: 'Plasma',
    inferno: 'Inferno',
    cividis: 'Cividis',
    turbo: 'Turbo',
    GrYlRd: 'Green, yellow, red',
    RdYlGr: 'Red, yellow, green',
    BlYlRd: 'Blue, yellow, red',
    YlRd: 'Yellow, red',
    BlPu: 'Blue, purple',
    YlBl: 'Yellow, blue',
    blues: 'Blues',
    reds: 'Reds',
    greens: 'Greens',
    purples: 'Purples',
  },
  { title: 'Scheme', default: 'viridis', ...ui({ widget: 'scheme' }) },
)
export type SchemeName = Static<typeof SchemeName>

/** The sets of colours that series take in turn. */
export const SeriesPalette = Choice(
  {
    standard: 'Standard',
    colorblind: 'For every colour vision',
    vivid: 'Vivid',
    soft: 'Soft',
    earth: 'Earth',
  },
  { title: 'Palette', default: 'standard', ...ui({ widget: 'palette' }) },
)
export type SeriesPalette = Static<typeof SeriesPalette>

const seriesBy = {
  seriesBy: Type.Optional(
    Choice(
      { last: 'Last value', min: 'Lowest value', max: 'Highest value' },
      { title: 'Series coloured by', description: 'The value that gives a whole series its colour.', default: 'last' },
    ),
  ),
}

/** Where the colour of a value or a series comes from. */
export const ColorOption = Variants(
  [
    Type.Object({ type: Type.Literal('fixed'), color: ColorName }, { title: 'One colour' }),
    Type.Object({ type: Type.Literal('shades'), color: ColorName }, { title: 'Shades of a colour, by series' }),
    Type.Object(
      {
        type: Type.Literal('palette'),
        palette: Type.Optional(SeriesPalette),
        by: Type.Optional(
          Choice(
            { index: 'Order of the series', name: 'Name of the series' },
            {
              title: 'Chosen by',
              description: 'By name, a series keeps its colour when others come and go, but two may share one.',
              default: 'index',
            },
          ),
        ),
      },
      { title: 'Palette, by series' },
    ),
    Type.Object({ type: Type.Literal('thresholds'), ...seriesBy }, { title: 'Thresholds, by value' }),
    Type.Object(
      { type: Type.Literal('continuous'), scheme: SchemeName, ...seriesBy },
      { title: 'Continuous scheme, by value' },
    ),
    Type.Object(
      { type: Type.Literal('gradient'), from: ColorName, to: ColorName, ...seriesBy },
      { title: 'Gradient of two colours, by value' },
    ),
  ],
  { title: 'Colour' },
)
export type ColorOption = Static<typeof ColorOption>
