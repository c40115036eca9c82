import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { OriginSecret } from '../gateways/origin-secret.ts';
import { failure } from './answer.ts';

/** The header that CloudFront adds on its way to the API. */
const header = 'x-origin-verify';

// Hashed first, so that the comparison takes as long for every length.
const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * Refuses what did not come through CloudFront, where the firewall is. An HTTP API's own address cannot be closed, so
 * each request must carry a value that only CloudFront knows.
 */
export function throughCloudFront(
  secret: OriginSecret,
): MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> {
  return {
    async before({ event }) {
      const given = digest(event.headers[header] ?? '');
      const values = await secret();
      if (values.some((value) => timingSafeEqual(digest(value), given))) return undefined;
      return failure(new Refusal('not_permitted'), event.requestContext.requestId, 'en');
    },
  };
}
