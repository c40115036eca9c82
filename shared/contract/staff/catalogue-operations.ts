import * as z from 'zod/mini';
import { LocationId, PlanId, ServiceId } from '../../domain/ids.ts';
import { PlanTerms, PlanVersion } from '../../domain/plan.ts';
import { Location, Service } from '../../domain/service.ts';
import type { Operations } from '../operation.ts';

/** What the business offers: services, places, plans. */
export const catalogueOperations = {
  saveService: {
    summary: 'Adds a service or changes one',
    method: 'PUT',
    path: '/{business}/staff/services',
    audience: 'staff',
    permission: 'plans.manage',
    idempotent: true,
    body: z.strictObject({ ...Service.shape, serviceId: z.optional(ServiceId) }),
    reply: Service,
    status: 200,
    refusals: ['not_found', 'currency_mismatch'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'the catalogue cannot be changed',
  },
  saveLocation: {
    summary: 'Adds a place or changes one',
    method: 'PUT',
    path: '/{business}/staff/locations',
    audience: 'staff',
    permission: 'business.manage',
    idempotent: true,
    body: z.strictObject({ ...Location.shape, locationId: z.optional(LocationId) }),
    reply: Location,
    refusals: ['not_found'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'places cannot be changed',
  },
  publishPlan: {
    summary: 'Publishes a plan, or the next version of one; members stay on theirs',
    method: 'POST',
    path: '/{business}/staff/plans',
    audience: 'staff',
    permission: 'plans.manage',
    idempotent: true,
    body: z.strictObject({
      planId: z.optional(PlanId),
      /** The newest version that the author saw: publishing over a colleague's is refused. */
      basedOn: z.optional(z.int().check(z.minimum(1))),
      terms: PlanTerms,
    }),
    reply: PlanVersion,
    status: 201,
    refusals: [
      'not_found',
      'conflicting_change',
      'plan_incomplete',
      'visit_allowance_mismatch',
      'rollover_cap_too_low',
      'service_unknown',
      'currency_mismatch',
    ],
    needs: ['table:read', 'table:write'],
    errorImpact: 'plans cannot be changed',
  },
  setPlanOffered: {
    summary: 'Takes a plan off offer, or offers it again; who is enrolled stays enrolled',
    method: 'PUT',
    path: '/{business}/staff/plans/{planId}/offer',
    audience: 'staff',
    permission: 'plans.manage',
    body: z.strictObject({ offered: z.boolean() }),
    reply: PlanVersion,
    refusals: ['not_found'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'a plan that should not be sold stays on offer',
  },
} as const satisfies Operations;
