/** A run of characters as a PDF places it; y grows upwards. */
export interface PdfPiece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** The size of the type. */
  readonly size: number;
}

/** A part of a line between wide gaps. */
export interface PdfSegment {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A line of a page, or of one of its columns, from left to right. */
export interface PdfLine {
  readonly segments: readonly PdfSegment[];
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly size: number;
  /** Which run of lines of a page it belongs to: the lines of a column are one. */
  readonly region: number;
}
