import * as z from 'zod/mini';
import { Brand } from '../../domain/brand.ts';
import { Business } from '../../domain/business.ts';
import { HandLimits } from '../../domain/hand-limits.ts';
import { UploadId } from '../../domain/ids.ts';
import { PausePolicies } from '../../domain/pause-terms.ts';
import { PlanVersion } from '../../domain/plan.ts';
import { SaveOffer } from '../../domain/save-offer.ts';
import { Seller } from '../../domain/seller.ts';
import { Location, Service } from '../../domain/service.ts';
import { TaxRule } from '../../domain/tax.ts';
import { LocalDate } from '../../domain/time.ts';
import type { Operations } from '../operation.ts';
import { StaffSelf, UploadForm } from '../views.ts';

/** The business itself: who I am here, settings, looks. */
export const settingsOperations = {
  getStaffSelf: {
    summary: 'Who I am at this business and what I may do',
    method: 'GET',
    path: '/{business}/staff/self',
    audience: 'staff',
    permission: 'clients.read',
    reply: StaffSelf,
    refusals: ['not_found'],
    needs: ['table:read'],
    errorImpact: 'the admin page does not open',
  },
  getSettings: {
    summary: 'The business with its plans, services and places',
    method: 'GET',
    path: '/{business}/staff/settings',
    audience: 'staff',
    permission: 'clients.read',
    reply: z.strictObject({
      business: Business,
      version: z.int(),
      today: LocalDate,
      plans: z.array(PlanVersion),
      services: z.array(Service),
      locations: z.array(Location),
      /** Cards can be taken. */
      takesCards: z.boolean(),
    }),
    refusals: ['not_found'],
    needs: ['table:read'],
    errorImpact: 'staff cannot enrol anybody',
  },
  updateBusiness: {
    summary: 'Changes name, looks, contact, switches and policies',
    method: 'PATCH',
    path: '/{business}/staff/settings',
    audience: 'staff',
    permission: 'business.manage',
    body: z.strictObject({
      version: z.int(),
      name: z.optional(Business.shape.name),
      locale: z.optional(Business.shape.locale),
      brand: z.optional(z.omit(Brand, { logo: true })),
      contact: z.optional(Business.shape.contact),
      features: z.optional(Business.shape.features),
      policies: z.optional(Business.shape.policies),
      renewalWindow: z.optional(Business.shape.renewalWindow),
      answers: z.optional(Business.shape.answers),
      pauses: z.optional(PausePolicies),
      saveOffer: z.optional(SaveOffer),
      handLimits: z.optional(HandLimits),
      /** null takes it away. */
      tax: z.optional(z.nullable(TaxRule)),
      seller: z.optional(z.nullable(Seller)),
    }),
    reply: z.strictObject({ business: Business, version: z.int() }),
    refusals: ['conflicting_change', 'colour_unreadable'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'the owner cannot change the business’s settings',
  },
  createLogoUpload: {
    summary: 'Gives a form to upload a logo with: PNG, JPEG or WebP, 512 kB at most',
    method: 'POST',
    path: '/{business}/staff/settings/logo-upload',
    audience: 'staff',
    permission: 'business.manage',
    body: z.strictObject({ contentType: z.enum(['image/png', 'image/jpeg', 'image/webp']) }),
    reply: z.strictObject({ uploadId: UploadId, form: UploadForm }),
    refusals: [],
    needs: ['table:read', 'media:write'],
    errorImpact: 'the owner cannot change the logo',
  },
  setLogo: {
    summary: 'Makes an uploaded image the logo, after looking at its bytes',
    method: 'PUT',
    path: '/{business}/staff/settings/logo',
    audience: 'staff',
    permission: 'business.manage',
    body: z.strictObject({ uploadId: UploadId }),
    reply: z.strictObject({ business: Business, version: z.int() }),
    refusals: ['upload_missing', 'upload_wrong_type', 'conflicting_change'],
    needs: ['table:read', 'table:write', 'media:read'],
    errorImpact: 'the owner cannot change the logo',
  },
  removeLogo: {
    summary: 'Shows the name instead of a logo again',
    method: 'DELETE',
    path: '/{business}/staff/settings/logo',
    audience: 'staff',
    permission: 'business.manage',
    reply: z.strictObject({ business: Business, version: z.int() }),
    refusals: ['conflicting_change'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'the owner cannot take the logo away',
  },
} as const satisfies Operations;
