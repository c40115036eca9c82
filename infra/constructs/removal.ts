import { RemovalPolicy } from 'aws-cdk-lib';
import type { SettledStage } from '../stages.ts';

/**
 * What becomes of stored things when their stack goes. Kept ones still go when their very first creation fails:
 * otherwise the next attempt would find their names taken.
 */
export const removalOf = (stage: Pick<SettledStage, 'retainsData'>): RemovalPolicy =>
  stage.retainsData ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY;
