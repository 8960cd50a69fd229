/**
 * Colours that remain apart for colour-blind readers and in grey print: Okabe and Ito, Color
 * Universal Design (2008), in the order of their contrast with white.
 */
export const palette = [
  ...["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#000000", "#E69F00", "#56B4E9", "#8C8C8C"],
] as const;

/** The same hues, dark enough for text on white (WCAG 2.2, contrast of at least 4.5). */
export const textPalette = [
  ...["#0067A0", "#B04C00", "#00734F", "#9E4A7C", "#000000", "#8A5F00", "#1F6E9C", "#666666"],
] as const;

export const colours = {
  surplus: "#0072B2",
  deficit: "#D55E00",
  result: "#4D5B6B",
  /** Text, zero lines, and what helps to read. */
  ink: "#222222",
  muted: "#5A5A5A",
  grid: "#E3E3E3",
} as const;

/** Shapes of points, so that lines can be told apart without colour. */
export const shapes = ["circle", "square", "triangle-up", "triangle-down", "diamond", "cross"];

/** Dashes of lines after the palette has been used up. */
export const dashes: readonly (readonly number[])[] = [[], [6, 3], [2, 2], [8, 3, 2, 3]];

export const PLOT_WIDTH = 560;
export const FONT = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif";

/** The configuration that all charts share. */
export const config = {
  font: FONT,
  view: { stroke: null },
  axis: {
    labelColor: colours.ink,
    labelFontSize: 12,
    titleColor: colours.ink,
    titleFontSize: 12,
    titleFontWeight: "normal",
    gridColor: colours.grid,
    domain: false,
    ticks: false,
    labelPadding: 6,
    titlePadding: 10,
  },
  text: { color: colours.ink, fontSize: 12 },
  header: { labelColor: colours.ink, labelFontSize: 13, labelFontWeight: "bold" },
  legend: { labelColor: colours.ink, labelFontSize: 12, labelLimit: 220, symbolStrokeWidth: 0 },
  concat: { spacing: 12 },
} as const;
