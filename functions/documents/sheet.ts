import { type FontName, printable } from './fonts.ts';
import type { Pdf, Structure, StructureOptions } from './pdf.ts';

export interface Style {
  readonly font: FontName;
  /** Points. */
  readonly size: number;
  readonly colour: string;
  readonly align?: 'left' | 'right';
  /** Digits of one width, so that amounts stand under each other. */
  readonly figures?: true;
}

/** Where a text begins and how wide it may run before it wraps; points from the page's upper left corner. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

const margin = { side: 56, top: 56, bottom: 64 } as const;

/**
 * Pages that text is set on, from top to bottom. What is said is tagged, in reading order, so that it can be read aloud;
 * lines, repeated headers and page numbers are artifacts. Nothing is split: who sets something asks for room first.
 */
export class Sheet {
  readonly doc: Pdf;
  /** Where the next thing goes. */
  y: number = margin.top;

  constructor(doc: Pdf) {
    this.doc = doc;
  }

  get left(): number {
    return margin.side;
  }

  get width(): number {
    return this.doc.page.width - 2 * margin.side;
  }

  get right(): number {
    return this.left + this.width;
  }

  private use({ font, size }: Style): Pdf {
    this.doc.font(font).fontSize(size);
    return this.doc;
  }

  /** How high a text is when it wraps at a width. */
  heightOf(text: string, style: Style, width: number): number {
    return this.use(style).heightOfString(printable(text), optionsOf(style, width));
  }

  widthOf(text: string, style: Style): number {
    return this.use(style).widthOfString(printable(text), optionsOf(style));
  }

  /** Goes on on a new page, below what `repeat` puts there, unless `height` still fits. */
  makeRoom(height: number, repeat: () => void = () => undefined): void {
    if (this.y + height <= this.doc.page.height - margin.bottom) return;
    this.doc.addPage();
    this.y = margin.top;
    repeat();
  }

  /** Puts text on the page without a word about what it is; with `oneLine` what does not fit is cut off. */
  set(text: string, style: Style, { x, y, width }: Place, { oneLine = false } = {}): void {
    const cut = oneLine ? { height: style.size, ellipsis: true } : {};
    this.use(style)
      .fillColor(style.colour)
      .text(printable(text), x, y, { ...optionsOf(style, width), ...cut });
  }

  /** Text with its role (H1, P, TD …) under a parent. */
  say(parent: Structure, tag: string, text: string, style: Style, place: Place, options: StructureOptions = {}): void {
    parent.add(this.doc.struct(tag, options, () => this.set(text, style, place)));
  }

  /** Something that is only seen. */
  decorate(draw: (doc: Pdf) => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.doc.markContent('Artifact', { type });
    draw(this.doc);
    this.doc.endMarkedContent();
  }

  /** A thin line across, at the height where the next thing would go. */
  rule(colour: string, thickness = 0.5, from = this.left): void {
    const { y, right } = this;
    this.decorate((doc) => doc.moveTo(from, y).lineTo(right, y).lineWidth(thickness).strokeColor(colour).stroke());
  }

  /** A group of elements under a parent. */
  group(parent: Structure, tag: string): Structure {
    const element = this.doc.struct(tag);
    parent.add(element);
    return element;
  }
}

const optionsOf = ({ align = 'left', figures }: Style, width?: number): PDFKit.Mixins.TextOptions => ({
  align,
  ...(width === undefined ? {} : { width }),
  ...(figures ? { features: ['tnum'] } : {}),
});
