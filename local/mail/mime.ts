/** A mail taken apart. Header names are in lower case, their values in one line and decoded. */
export interface ParsedMail {
  readonly headers: Readonly<Record<string, string>>;
  /** The same before decoding: only there can a comma in a name be told from one between addresses. */
  readonly encodedHeaders: Readonly<Record<string, string>>;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly bytes: number }[];
}

interface Part {
  readonly headers: Readonly<Record<string, string>>;
  /** Still in its transfer encoding, one character for each byte. */
  readonly body: string;
}

/** Takes a MIME message apart: nested multiparts, base64 and quoted-printable, any charset the platform knows. */
export function parseMail(raw: Uint8Array): ParsedMail {
  const message = splitPart(Buffer.from(raw).toString('latin1'));
  const leaves = leavesOf(message);
  const textOf = (type: string) => {
    const leaf = leaves.find((each) => typeOf(each).type === type && !isAttachment(each));
    return leaf ? decodeText(leaf) : '';
  };
  return {
    headers: Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, decodeHeader(value)])),
    encodedHeaders: message.headers,
    text: textOf('text/plain'),
    html: textOf('text/html'),
    attachments: leaves.filter(isAttachment).map((leaf) => ({
      name: nameOf(leaf),
      type: typeOf(leaf).type,
      bytes: decodeTransfer(leaf).length,
    })),
  };
}

function splitPart(source: string): Part {
  const [head = ''] = source.split(/\r?\n\r?\n/, 1);
  const body = source.slice(head.length).replace(/^\r?\n\r?\n/, '');
  const headers: Record<string, string> = {};
  // A line that begins with a space goes on with the header before it.
  for (const line of head.replace(/\r?\n(?=[ \t])/g, '').split(/\r?\n/)) {
    const [, name, value] = /^([^:\s]+):[ \t]*(.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) continue;
    const key = name.toLowerCase();
    headers[key] = key in headers ? `${headers[key]}, ${value}` : value;
  }
  return { headers, body };
}

function leavesOf(part: Part): Part[] {
  const { type, boundary } = typeOf(part);
  if (!type.startsWith('multipart/') || !boundary) return [part];
  const sections = `\r\n${part.body}`.split(`\n--${boundary}`).slice(1);
  const closing = sections.findIndex((section) => section.startsWith('--'));
  const inner = closing < 0 ? sections : sections.slice(0, closing);
  return inner.flatMap((section) => leavesOf(splitPart(section.replace(/^[ \t]*\r?\n/, '').replace(/\r$/, ''))));
}

function typeOf(part: Part): { type: string; boundary?: string | undefined; charset?: string | undefined } {
  const value = part.headers['content-type'] ?? 'text/plain';
  return {
    type: (value.split(';')[0] ?? '').trim().toLowerCase(),
    boundary: parameter(value, 'boundary'),
    charset: parameter(value, 'charset'),
  };
}

function parameter(value: string, name: string): string | undefined {
  const [, quoted, bare] = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(value) ?? [];
  return quoted ?? bare;
}

function isAttachment(part: Part): boolean {
  return /^attachment/i.test(part.headers['content-disposition'] ?? '') || !typeOf(part).type.startsWith('text/');
}

function nameOf(part: Part): string {
  const name =
    parameter(part.headers['content-disposition'] ?? '', 'filename') ??
    parameter(part.headers['content-type'] ?? '', 'name');
  return decodeHeader(name ?? 'unnamed');
}

function decodeTransfer(part: Part): Buffer {
  const encoding = (part.headers['content-transfer-encoding'] ?? '7bit').trim().toLowerCase();
  if (encoding === 'base64') return Buffer.from(part.body, 'base64');
  if (encoding === 'quoted-printable') return quotedPrintable(part.body.replace(/=[ \t]*\r?\n/g, ''));
  return Buffer.from(part.body, 'latin1');
}

function decodeText(part: Part): string {
  return decodeCharset(decodeTransfer(part), typeOf(part).charset ?? 'utf-8').replaceAll('\r\n', '\n');
}

function quotedPrintable(text: string): Buffer {
  const plain = text.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(plain, 'latin1');
}

function decodeCharset(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    // An unknown charset: what is legible of it is better than nothing.
    return new TextDecoder('utf-8').decode(bytes);
  }
}

/** Decodes `=?utf-8?Q?…?=`; the space between two encoded words does not belong to the text. */
function decodeHeader(value: string): string {
  const joined = value.replace(/(\?=)\s+(?==\?)/g, '$1');
  const words = joined.replace(
    /=\?([^?]+)\?([BQ])\?([^?]*)\?=/gi,
    (_, charset: string, encoding: string, text: string) => {
      const bytes =
        encoding.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : quotedPrintable(text.replaceAll('_', ' '));
      return Buffer.from(decodeCharset(bytes, charset)).toString('latin1');
    },
  );
  return Buffer.from(words, 'latin1').toString();
}
