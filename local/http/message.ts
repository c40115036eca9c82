/** Header names in lower case; several values of one name only where HTTP allows no other way (set-cookie). */
export type Headers = Record<string, string | readonly string[]>;

/** One HTTP request, read whole. */
export interface HttpRequest {
  readonly method: string;
  /** Still percent-encoded, without the query. */
  readonly path: string;
  /** Without the question mark; empty when there is none. */
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Address of whoever opened the connection. */
  readonly remoteAddress: string;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
}

/** Something that answers requests: an API, an origin, the whole front. */
export type Handle = (request: HttpRequest) => Promise<HttpResponse>;

/** A JSON answer. */
export function json(status: number, value: unknown, headers: Headers = {}): HttpResponse {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: Buffer.from(JSON.stringify(value)),
  };
}
