import type { Resolver } from '../assembly/resolve.ts';

/** The domains that may send, and the configuration sets that a mail may name. */
export function readSenders(resolver: Resolver): { verifiedDomains: string[]; configurationSets: string[] } {
  const refs = (type: string) => resolver.resources(type).map((placed) => resolver.refOf(placed));
  return {
    verifiedDomains: refs('AWS::SES::EmailIdentity'),
    configurationSets: refs('AWS::SES::ConfigurationSet'),
  };
}
