/** What the CDN forwards of one kind (headers, cookies, query parameters). */
export interface Selection {
  readonly mode: 'none' | 'all' | 'whitelist' | 'allExcept';
  readonly names: readonly string[];
}

/** A cache policy or an origin request policy: what of a viewer's request reaches the origin. */
export interface ForwardingPolicy {
  readonly headers: Selection;
  readonly cookies: Selection;
  readonly queryStrings: Selection;
}

export interface PolicyHeader {
  readonly name: string;
  readonly value: string;
  /** Replaces what the origin sent; otherwise the origin's own header stays. */
  readonly override: boolean;
}

/** A response headers policy, flattened. */
export interface HeadersPolicy {
  readonly headers: readonly PolicyHeader[];
  readonly remove: readonly string[];
}

export interface EdgeFunctionDefinition {
  readonly name: string;
  readonly code: string;
}

export interface Behaviour {
  /** `/api/*`; the default behaviour has `*`. */
  readonly pathPattern: string;
  readonly originId: string;
  readonly allowedMethods: readonly string[];
  readonly compress: boolean;
  readonly forwards: readonly ForwardingPolicy[];
  readonly headersPolicy?: HeadersPolicy | undefined;
  readonly viewerRequest?: EdgeFunctionDefinition | undefined;
  readonly viewerResponse?: EdgeFunctionDefinition | undefined;
}

export interface Origin {
  readonly id: string;
  readonly domainName: string;
  /** Prepended to the path; empty or `/prefix`. */
  readonly path: string;
  /** Values may still be dynamic references to a secret: they are read when the first request needs them. */
  readonly customHeaders: Readonly<Record<string, string>>;
  readonly kind: 'bucket' | 'custom';
}

export interface ErrorResponse {
  readonly errorCode: number;
  readonly responseCode?: number | undefined;
  readonly pagePath?: string | undefined;
}

/** One distribution of the assembly. */
export interface DistributionDefinition {
  readonly id: string;
  readonly domainName: string;
  readonly aliases: readonly string[];
  readonly defaultRootObject: string;
  /** In order of precedence; the default behaviour last. */
  readonly behaviours: readonly Behaviour[];
  readonly origins: ReadonlyMap<string, Origin>;
  readonly errorResponses: readonly ErrorResponse[];
}
