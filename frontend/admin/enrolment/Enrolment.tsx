import { useState } from 'react';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import type { PaymentMode } from '../../../shared/domain/membership.ts';
import { EnrolForm } from './EnrolForm.tsx';
import { Enrolled } from './Enrolled.tsx';

interface EnrolmentProps {
  readonly page: MemberPage;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** Enrolling, then telling the client about the portal (000-055). */
export default function Enrolment({ page, onClose, onChanged }: EnrolmentProps) {
  const [enrolled, setEnrolled] = useState<{ readonly plan: string; readonly payment: PaymentMode }>();
  return enrolled === undefined ? (
    <EnrolForm
      page={page}
      onCancel={onClose}
      onEnrolled={(plan, payment) => {
        setEnrolled({ plan, payment });
        onChanged();
      }}
    />
  ) : (
    <Enrolled page={page} {...enrolled} onClose={onClose} onChanged={onChanged} />
  );
}
