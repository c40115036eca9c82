import type { Resolver } from '../assembly/resolve.ts';
import { record, text, texts } from '../assembly/values.ts';
import type { FeedbackDestination } from '../mail/feedback.ts';

/** The domains that may send, and the configuration sets that a mail may name. */
export function readSenders(resolver: Resolver): { verifiedDomains: string[]; configurationSets: string[] } {
  const refs = (type: string) => resolver.resources(type).map((placed) => resolver.refOf(placed));
  return {
    verifiedDomains: refs('AWS::SES::EmailIdentity'),
    configurationSets: refs('AWS::SES::ConfigurationSet'),
  };
}

/** What SES announces on the default bus. @throws for a destination that has no local meaning. */
export function readFeedback(resolver: Resolver): FeedbackDestination[] {
  return resolver.resources('AWS::SES::ConfigurationSetEventDestination').flatMap((placed) => {
    const { ConfigurationSetName, EventDestination } = resolver.properties(placed);
    const { Enabled, EventBridgeDestination, MatchingEventTypes } = record(EventDestination);
    if (Enabled === false) return [];
    if (EventBridgeDestination === undefined)
      throw new Error(`${placed.logicalId} tells somebody else than EventBridge, which has no local meaning.`);
    const types = texts(MatchingEventTypes).map((type) => type.toLowerCase());
    return [{ configurationSet: text(ConfigurationSetName, `The configuration set of ${placed.logicalId}`), types }];
  });
}
