import { isRecord } from '../assembly/template.ts';
import type { Headers } from '../http/message.ts';
import type { HeadersPolicy, PolicyHeader } from './definition.ts';

function items(value: unknown): Record<string, unknown>[] {
  const list = isRecord(value) ? value.Items : undefined;
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

function hsts(value: Record<string, unknown>): string {
  return [
    `max-age=${String(value.AccessControlMaxAgeSec)}`,
    ...(value.IncludeSubdomains === true ? ['includeSubDomains'] : []),
    ...(value.Preload === true ? ['preload'] : []),
  ].join('; ');
}

const securityHeaders: Record<string, (value: Record<string, unknown>) => [name: string, value: string]> = {
  ContentSecurityPolicy: (value) => ['content-security-policy', String(value.ContentSecurityPolicy)],
  ContentTypeOptions: () => ['x-content-type-options', 'nosniff'],
  FrameOptions: (value) => ['x-frame-options', String(value.FrameOption)],
  ReferrerPolicy: (value) => ['referrer-policy', String(value.ReferrerPolicy)],
  StrictTransportSecurity: (value) => ['strict-transport-security', hsts(value)],
  XSSProtection: (value) => [
    'x-xss-protection',
    value.Protection === true ? `1${value.ModeBlock === true ? '; mode=block' : ''}` : '0',
  ],
};

/** Reads `ResponseHeadersPolicyConfig`. @throws for a part that has no local meaning (CORS, server timing). */
export function readHeadersPolicy(config: unknown): HeadersPolicy {
  if (!isRecord(config)) throw new Error('A response headers policy has no configuration.');
  for (const part of ['CorsConfig', 'ServerTimingHeadersConfig']) {
    if (config[part] !== undefined) throw new Error(`${part} of a response headers policy is not offered locally.`);
  }
  const security = isRecord(config.SecurityHeadersConfig) ? config.SecurityHeadersConfig : {};
  const fromSecurity = Object.entries(security).map(([part, value]): PolicyHeader => {
    const read = securityHeaders[part];
    if (read === undefined || !isRecord(value)) throw new Error(`The security header ${part} is not known.`);
    const [name, text] = read(value);
    return { name, value: text, override: value.Override === true };
  });
  const custom = items(config.CustomHeadersConfig).map(
    (item): PolicyHeader => ({
      name: String(item.Header).toLowerCase(),
      value: String(item.Value),
      override: item.Override === true,
    }),
  );
  const remove = items(config.RemoveHeadersConfig).map((item) => String(item.Header).toLowerCase());
  return { headers: [...fromSecurity, ...custom], remove };
}

/** Adds the policy's headers to an answer, whatever its status. */
export function applyHeadersPolicy(policy: HeadersPolicy | undefined, headers: Headers): Headers {
  if (policy === undefined) return headers;
  const kept = Object.entries(headers).filter(([name]) => !policy.remove.includes(name));
  const result: Headers = Object.fromEntries(kept);
  for (const { name, value, override } of policy.headers) {
    if (override || result[name] === undefined) result[name] = value;
  }
  return result;
}
