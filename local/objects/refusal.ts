import type { Reply } from '../protocol/serve.ts';

/** A refusal in S3's words; `details` are the further elements of the error document. */
export class S3Refusal extends Error {
  readonly code: string;
  readonly status: number;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(code: string, status: number, message: string, details: Readonly<Record<string, string | number>> = {}) {
    super(message);
    this.code = code;
    this.status = status;
    this.details = details;
  }

  /** The error document as S3 answers it. */
  reply(): Reply {
    const elements = Object.entries({ Code: this.code, Message: this.message, ...this.details });
    return xmlReply(this.status, `<Error>${elements.map(([name, value]) => element(name, value)).join('')}</Error>`);
  }
}

/** One XML element with its text escaped. */
export function element(name: string, text: string | number): string {
  const escaped = String(text).replace(/[<>&]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<${name}>${escaped}</${name}>`;
}

/** An XML document as the answer. */
export function xmlReply(status: number, root: string): Reply {
  return {
    status,
    headers: { 'content-type': 'application/xml' },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n${root}`,
  };
}
