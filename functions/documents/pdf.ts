import type PDFDocument from 'pdfkit';

/** An image that a document has taken in, with its size in pixels; a PNG's pixels are compressed. */
export interface Image {
  readonly width: number;
  readonly height: number;
  readonly imgData?: Uint8Array;
}

/** A PDF in the making, with what its types leave out. */
export type Pdf = InstanceType<typeof PDFDocument> & {
  openImage(bytes: Uint8Array): Image;
  struct(tag: string, options: StructureOptions, content?: () => void): Structure;
};

/** An element of its structure: what a reading aloud follows. */
export type Structure = PDFKit.PDFStructureElement;

export interface StructureOptions {
  /** What is heard in place of a picture. */
  readonly alt?: string;
  /** Left, top, right, bottom in points from the page's upper left corner. */
  readonly bbox?: readonly [number, number, number, number];
  /** What a table's heading belongs to. */
  readonly scope?: 'Column' | 'Row';
}
