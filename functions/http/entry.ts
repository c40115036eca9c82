import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Audience, OperationPart } from '../../shared/contract/operation.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { originSecret } from '../gateways/origin-secret.ts';
import { configurationCache } from '../runtime/configuration-cache.ts';
import { env } from '../runtime/environment.ts';
import { described, log } from '../runtime/log.ts';
import { uptime } from '../runtime/uptime.ts';
import { startWireLog, wireFields } from '../store/wire-log.ts';
import { failure } from './answer.ts';
import type { Handlers, InstanceOf } from './request.ts';
import { router } from './route.ts';
import { throughCloudFront } from './through-cloudfront.ts';

/**
 * The Lambda handler of one audience, or of a part of it. Each request ends as one structured line without personal data.
 */
export function entry<A extends Audience, P extends OperationPart | undefined = undefined>(
  audience: A,
  handlers: Handlers<A, P>,
  instance: InstanceOf<A, P>,
  part?: P,
) {
  const configurations = configurationCache(instance.table, uptime);
  const run = router(audience, handlers, instance, configurations, part);
  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(throughCloudFront(originSecret(env('ORIGIN_SECRET_ID'), uptime)))
    .handler(async (event) => {
      const wire = startWireLog();
      const started = uptime();
      const { response, operation, business, error } = await run(event);
      const isBug = error !== undefined && !(error instanceof Refusal);
      log(isBug ? 'error' : 'info', 'request', {
        requestId: event.requestContext.requestId,
        audience,
        operation,
        business,
        status: response.statusCode,
        milliseconds: Math.round((uptime() - started) * 1000),
        ...wireFields(wire),
        ...(error === undefined ? {} : described(error)),
      });
      return response;
    })
    .onError((request) => {
      // Before the call was let in: nothing was done, and nobody is let in for want of an answer.
      const { requestId } = request.event.requestContext;
      const response = failure(request.error, requestId, 'en');
      log('error', 'request', { requestId, audience, status: response.statusCode, ...described(request.error) });
      request.response = response;
    });
}
